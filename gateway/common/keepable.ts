/** Whether a text can be stored: PostgreSQL accepts every character except NUL. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0');
}
