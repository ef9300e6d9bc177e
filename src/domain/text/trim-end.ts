/**
 * Removes every `character` from the end of a text in one pass. A regular expression such as `/\/+$/` starts anew at
 * each character of a long run, and takes minutes for a run of 100,000.
 */
export function trimEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
