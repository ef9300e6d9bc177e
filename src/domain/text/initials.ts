/** Two capital letters for a tile: of the first two words, or the first two of the only one; "?" without any. */
export function initials(text: string): string {
  const [first = '', second] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters =
    second === undefined ? [...first].slice(0, 2) : [first, second].flatMap((word) => [...word].slice(0, 1));
  return letters.join('').toUpperCase() || '?';
}
