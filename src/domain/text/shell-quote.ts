/** Quotes text as one word of a POSIX shell, in which nothing is expanded (POSIX.1-2024, 2.2.2). No NUL. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
