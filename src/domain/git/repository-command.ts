/** Pairs of signs that surround URLs in mails, chats and documents. */
const wrappers: readonly (readonly [string, string])[] = [
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['(', ')'],
];

/** The text inside quotes, angle brackets or a Markdown link; undefined if nothing surrounds it. */
export function unwrap(text: string): string | undefined {
  const link = /^!?\[[^\]]*\]\(([^()\s]+)\)$/.exec(text)?.[1];
  if (link !== undefined) return link;
  const wrapper = wrappers.find(([open, close]) => text.startsWith(open) && text.endsWith(close));
  return wrapper === undefined || text.length < 3 ? undefined : text.slice(1, -1).trim();
}

/**
 * Reads the address in a command of git, GitHub's `gh` or GitLab's `glab`, if it has one; undefined if the text is not
 * such a command. A leading prompt is ignored.
 */
export function readGitCommand(text: string): { readonly address?: string } | undefined {
  const words = wordsOf(text);
  const [tool, ...rest] = /^[$#>%]$/.test(words[0] ?? '') ? words.slice(1) : words;
  if (tool !== 'git' && tool !== 'gh' && tool !== 'glab') return undefined;
  if (rest.length === 0) return undefined;
  // An option may take a word (`-b feature/x`), so the address is found by its form, not by its position.
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

/** `gh repo clone owner/name`: the host is implied by the tool. */
function shortAddress(tool: string, words: readonly string[]): string | undefined {
  if (tool === 'git' || words[0] !== 'repo') return undefined;
  const path = words.slice(2).find((word) => /^[\w.-]+(?:\/[\w.-]+)+$/.test(word));
  if (path === undefined) return undefined;
  return tool === 'gh' ? `https://github.com/${path}` : `https://gitlab.com/${path}`;
}
