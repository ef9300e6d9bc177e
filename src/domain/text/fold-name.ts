/** What all spellings of a field's name have in common that Go takes for one: capitals, and the long s (encoding/json). */
export function foldName(name: string): string {
  return name.replaceAll('\u017F', 's').toLowerCase();
}
