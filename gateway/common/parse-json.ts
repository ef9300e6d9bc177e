import * as z from 'zod';

/**
 * The value of a JSON text; undefined if it is not JSON, or nested too deeply. The parser's own message is never passed
 * on, because it quotes the text.
 */
export function parseJson(text: string): unknown {
  return isTooDeep(text) ? undefined : parseShortJson(text);
}

/** {@link parseJson} for texts of 64 KiB at most, where deep nesting is harmless. */
export function parseShortJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const namesSchema = z.array(z.string()).catch([]);

/** A list of names as the store keeps it; empty if the text is not one. */
export function parseNames(text: string): string[] {
  return namesSchema.parse(parseJson(text));
}

const maxDepth = 100;

/** Whether JSON is nested too deeply: a million brackets would block the parser, and everybody else, for seconds. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at) - 1;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** The position after the JSON string that begins at `start`. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
