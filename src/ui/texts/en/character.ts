/** A character at the beginning of a sentence; one that nobody can see by its name. */
export function spell(character: string): string {
  if (character === ' ') return 'A space';
  if (/[\r\n]/.test(character)) return 'A line break';
  return /[\p{C}\p{Z}\s]/u.test(character) ? 'An invisible character' : `“${character}”`;
}
