/** White space, and invisible characters that get copied from web pages. */
const blank = /[\s\u200B-\u200D\u2060\uFEFF]/;

/** Removes white space, zero-width characters and byte order marks from both ends. */
export function trimInvisible(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
