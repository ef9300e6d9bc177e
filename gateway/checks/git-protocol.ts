/** A name in a repository and the commit that it points to. */
export interface GitRef {
  readonly id: string;
  readonly name: string;
}

/** What a server says about a repository before anything is asked (gitprotocol-http). */
export interface Advertisement {
  readonly version: 1 | 2;
  /** Only with version 1; version 2 lists names only when asked. */
  readonly refs: readonly GitRef[];
}

/**
 * Reads git's packet lines: four hexadecimal digits with the length in bytes, then the text, in which names need not be
 * UTF-8. Undefined if they are malformed; an incomplete last line is left out. `flush` and similar packets become empty
 * lines.
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

/** One packet line. */
export function packetLine(text: string): string {
  return `${(Buffer.byteLength(text) + 5).toString(16).padStart(4, '0')}${text}\n`;
}

/** Reads the answer of `info/refs?service=git-upload-pack`; undefined if it is something else. */
export function parseAdvertisement(bytes: Buffer): Advertisement | undefined {
  const lines = readPacketLines(bytes)?.filter((line) => line !== '');
  if (lines === undefined) return undefined;
  // The service announcement comes first, but servers of version 2 may leave it out.
  const rest = lines[0]?.startsWith('# service=git-upload-pack') ? lines.slice(1) : lines;
  if (rest[0] === 'version 2') return { version: 2, refs: [] };
  const isAnnounced = rest.length < lines.length;
  const refs = parseRefs(rest.filter((line) => !line.startsWith('version ')));
  return isAnnounced || refs.length > 0 ? { version: 1, refs } : undefined;
}

/**
 * The names in lines of `id name`, without anything that follows on a line. An annotated tag is followed by the commit
 * it points to, as `name^{}`.
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
 * The body of version 2's `ls-refs` for the names that a revision may stand for. If the revision may be a commit, it
 * asks for all branches and tags, because a commit is recognised only if one of them points to it.
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
