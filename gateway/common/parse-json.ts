import * as z from 'zod';

/**
 * What a text says as JSON; undefined where it is none, or nests as nobody's does. The parser's own message is never
 * passed on: it quotes the text.
 */
export function parseJson(text: string): unknown {
  return isTooDeep(text) ? undefined : parseShortJson(text);
}

/** {@link parseJson} of a text of 64 KiB at most, whose depth costs nothing. */
export function parseShortJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const namesSchema = z.array(z.string()).catch([]);

/** A list of names as the store keeps it; empty where the text is none. */
export function parseNames(text: string): string[] {
  return namesSchema.parse(parseJson(text));
}

const maxDepth = 100;

/** Whether JSON is nested as nobody's is: a million brackets keep its parser, and all who wait for it, busy for seconds. */
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

/** Where the string of a JSON that begins at `start` is over. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
