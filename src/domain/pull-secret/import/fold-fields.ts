import { foldName } from '../../text/fold-name.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';

/**
 * The object with its known fields renamed to their usual spelling: Go ignores case and takes the last of two spellings
 * (encoding/json, Unmarshal). Other fields stay as they are.
 */
export function foldFields(object: JsonObject, known: readonly string[]): JsonObject {
  const names = new Map(known.map((name) => [foldName(name), name]));
  const folded = new Map<string, JsonValue>();
  for (const [key, value] of object) folded.set(names.get(foldName(key)) ?? key, value);
  return folded;
}
