/** Two capital letters for a tile: of the first two words, or the first two of a single word; "?" if there are none. */
export function initials(text: string): string {
  const [first = '', second] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = second === undefined ? charactersOf(first).slice(0, 2) : [first, second].map(firstOf);
  return letters.join('').toUpperCase() || '?';
}

/** Whole code points, which may be two UTF-16 units each. */
function charactersOf(word: string): readonly string[] {
  return word.match(/./gu) ?? [];
}

function firstOf(word: string): string {
  return charactersOf(word)[0] ?? '';
}
