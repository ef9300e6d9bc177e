/** Whether a text can be kept: PostgreSQL takes every character but this one. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0');
}
