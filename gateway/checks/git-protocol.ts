/** A name in a repository and the commit that it stands for. */
export interface GitRef {
  readonly id: string;
  readonly name: string;
}

/** What a server says of a repository before anything is asked (gitprotocol-http). */
export interface Advertisement {
  readonly version: 1 | 2;
  /** With version 1; version 2 lists names only when asked for them. */
  readonly refs: readonly GitRef[];
}

/**
 * Reads the lines of git's framing: four hexadecimal digits of length in bytes, then the text, in which a name need not
 * be UTF-8. Undefined for what is none; a cut end is left out. `flush` and its like are empty lines.
 */
export function readPacketLines(bytes: Buffer): string[] | undefined {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = bytes.toString('latin1', at, at + 4);
    if (!/^[0-9a-f]{4}$/i.test(head)) return undefined;
    const length = Number.parseInt(head, 16);
    if (length === 3) return undefined;
    if (at + length > bytes.length) break;
    lines.push(length <= 4 ? '' : bytes.toString('utf8', at + 4, at + length).replace(/\n$/, ''));
    at += Math.max(length, 4);
  }
  return lines;
}

/** One framed line. */
export function packetLine(text: string): string {
  return `${(Buffer.byteLength(text) + 5).toString(16).padStart(4, '0')}${text}\n`;
}

/** Reads the answer of `info/refs?service=git-upload-pack`; undefined for what is none. */
export function parseAdvertisement(bytes: Buffer): Advertisement | undefined {
  const lines = readPacketLines(bytes)?.filter((line) => line !== '');
  if (lines === undefined) return undefined;
  // Its own announcement comes first, which servers of version 2 may leave out.
  const rest = lines[0]?.startsWith('# service=git-upload-pack') ? lines.slice(1) : lines;
  if (rest[0] === 'version 2') return { version: 2, refs: [] };
  const isAnnounced = rest.length < lines.length;
  const refs = parseRefs(rest.filter((line) => !line.startsWith('version ')));
  return isAnnounced || refs.length > 0 ? { version: 1, refs } : undefined;
}

/**
 * The names in lines of `id name`, with whatever a line says behind them left out; a tag of its own, which stands for
 * another commit, is followed by that as `name^{}`.
 */
export function parseRefs(lines: readonly string[]): GitRef[] {
  return lines.flatMap((line) => {
    const [, id, name] = /^([0-9a-f]{40,64}) ([^\0 ]+)/.exec(line) ?? [];
    if (id === undefined || name === undefined || name === 'capabilities^{}') return [];
    const [, peeled] = / peeled:([0-9a-f]{40,64})/.exec(line) ?? [];
    return peeled === undefined
      ? [{ id, name }]
      : [
          { id, name },
          { id: peeled, name: `${name}^{}` },
        ];
  });
}

/**
 * The body of version 2's `ls-refs` for the names that a revision may stand for; for what may be a commit, all branches
 * and tags, as a commit is known by being the end of one.
 */
export function listRefsRequest(revision: string): string {
  const names = possibleNames(revision);
  const asked = isCommit(revision) ? [...names, 'refs/heads/', 'refs/tags/'] : names;
  const prefixes = asked.map((name) => packetLine(`ref-prefix ${name}`));
  return [packetLine('command=ls-refs'), '0001', packetLine('peel'), ...prefixes, '0000'].join('');
}

/** The names that git tries for a revision, as `git rev-parse` does. */
export function possibleNames(revision: string): string[] {
  return ['', 'refs/', 'refs/tags/', 'refs/heads/'].map((start) => `${start}${revision}`);
}

/** Whether a text may be a commit, in full or abbreviated. */
export function isCommit(revision: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(revision);
}
