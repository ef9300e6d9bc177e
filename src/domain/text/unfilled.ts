// Examples leave such pieces for the reader to fill in: `<your name>`, `$NAME`, `${NAME}`, `$(NAME)`, `YOUR_NAME`.
const unfilledPiece = /<[^<>]*>|\$[({]?\w+[)}]?|\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]/;

/** The first piece of a text that was left to be filled in by hand, as examples have it; undefined if none is. */
export function findUnfilled(text: string): string | undefined {
  return unfilledPiece.exec(text)?.[0];
}

/** True if the whole text is such a piece. */
export function isUnfilled(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && findUnfilled(trimmed) === trimmed;
}
