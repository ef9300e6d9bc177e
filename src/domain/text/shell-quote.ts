/**
 * Quotes text as one word of a POSIX shell without any expansion (POSIX.1-2024, 2.2.2). The text must not contain NUL.
 */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
