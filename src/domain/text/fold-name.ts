/** Folds the spellings of a field name that Go treats as equal: case, and the long s (encoding/json). */
export function foldName(name: string): string {
  return name.replaceAll('\u017F', 's').toLowerCase();
}
