/** What a text says as JSON; undefined where it is none. The parser's own message is never passed on: it quotes the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
