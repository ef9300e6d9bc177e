/** Removes one pair of straight quotes around the text, as used in settings files. */
export function unwrapQuotes(text: string): string {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(text);
  return quoted?.[1] ?? quoted?.[2] ?? text;
}
