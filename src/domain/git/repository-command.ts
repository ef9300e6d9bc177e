/** Pairs of signs that stand around a URL in mails, chats and documents. */
const wrappers: readonly (readonly [string, string])[] = [
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['(', ')'],
];

/** The text inside quotes, angle brackets or a Markdown link; undefined where nothing stands around it. */
export function unwrap(text: string): string | undefined {
  const link = /^!?\[[^\]]*\]\(([^()\s]+)\)$/.exec(text)?.[1];
  if (link !== undefined) return link;
  const wrapper = wrappers.find(([open, close]) => text.startsWith(open) && text.endsWith(close));
  return wrapper === undefined || text.length < 3 ? undefined : text.slice(1, -1).trim();
}

/**
 * The address in a command of git, GitHub's `gh` or GitLab's `glab`, where it has one; undefined for any text that
 * is no such command. A prompt before it does not count.
 */
export function readGitCommand(text: string): { readonly address?: string } | undefined {
  const words = wordsOf(text);
  const [tool, ...rest] = /^[$#>%]$/.test(words[0] ?? '') ? words.slice(1) : words;
  if (tool !== 'git' && tool !== 'gh' && tool !== 'glab') return undefined;
  if (rest.length === 0) return undefined;
  // An option may take a word (`-b feature/x`), so that what looks like an address counts, not its place.
  const address = rest.find((word) => isAddress(word)) ?? shortAddress(tool, rest);
  return address === undefined ? {} : { address };
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

function isAddress(word: string): boolean {
  return (
    /^[a-z+]+:\/\//i.test(word) ||
    /^[^\s/:@-][^\s/:@]*@[^\s/:@]+:/.test(word) ||
    /^[\w-]+\.[\w.-]+[/:]\w/.test(word)
  );
}

/** `gh repo clone owner/name`: the host is the tool's own. */
function shortAddress(tool: string, words: readonly string[]): string | undefined {
  if (tool === 'git' || words[0] !== 'repo') return undefined;
  const path = words.slice(2).find((word) => /^[\w.-]+(?:\/[\w.-]+)+$/.test(word));
  if (path === undefined) return undefined;
  return tool === 'gh' ? `https://github.com/${path}` : `https://gitlab.com/${path}`;
}
