/** A character at the beginning of a sentence; one that nobody can see by its name. */
export function spell(character: string): string {
  if (character === ' ') return 'Ein Leerzeichen';
  if (/[\r\n]/.test(character)) return 'Ein Zeilenumbruch';
  return /[\p{C}\p{Z}\s]/u.test(character) ? 'Ein unsichtbares Zeichen' : `„${character}“`;
}
