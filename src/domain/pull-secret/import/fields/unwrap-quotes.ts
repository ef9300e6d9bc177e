/** The text without one pair of straight quotes around it, as a file of settings has them. */
export function unwrapQuotes(text: string): string {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(text);
  return quoted?.[1] ?? quoted?.[2] ?? text;
}
