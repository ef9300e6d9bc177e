import type { JsonObject, JsonValue } from '../../text/json-text.ts';

/**
 * The object with the known fields under their own names, in whatever capitals they are written: Go reads them so,
 * and of two spellings takes the last (encoding/json, Unmarshal). Other fields stay as they are.
 */
export function foldFields(object: JsonObject, known: readonly string[]): JsonObject {
  const names = new Map(known.map((name) => [name.toLowerCase(), name]));
  const folded = new Map<string, JsonValue>();
  for (const [key, value] of object) folded.set(names.get(key.toLowerCase()) ?? key, value);
  return folded;
}
