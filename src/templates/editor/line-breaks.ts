/** The text as a text area holds it: every line break is one LF. */
export function toFieldText(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/**
 * The text after editing in a text area, with its original line breaks: CRLF where `original` has them, and for typed
 * text the kind that most lines have.
 */
export function restoreLineBreaks(original: string, edited: string): string {
  if (!original.includes('\r')) return edited;
  const shown = toFieldText(original);
  const start = sharedStart(shown, edited);
  const end = sharedEnd(shown, edited, start);
  const typed = edited.slice(start, edited.length - end).replaceAll('\n', prevailingBreak(original));
  return splice(original, start, shown.length - end, typed);
}

/** `original` with `inserted`, byte for byte, in place of a selection in its text area. */
export function insertPasted(original: string, start: number, end: number, inserted: string): string {
  return splice(original, start, end, inserted);
}

/** Replaces a range whose offsets refer to the text area. */
function splice(original: string, start: number, end: number, inserted: string): string {
  return (
    original.slice(0, originalOffset(original, start)) +
    inserted +
    original.slice(originalOffset(original, end))
  );
}

function originalOffset(original: string, shownOffset: number): number {
  let pairs = 0;
  for (let at = original.indexOf('\r\n'); at !== -1 && at - pairs < shownOffset; pairs += 1) {
    at = original.indexOf('\r\n', at + 2);
  }
  return shownOffset + pairs;
}

function prevailingBreak(text: string): string {
  const pairs = text.split('\r\n').length;
  return pairs * 2 > text.split('\n').length ? '\r\n' : '\n';
}

function sharedStart(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  let at = 0;
  while (at < length && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  return at;
}

/** The number of characters that both end with, after the `start` ones that both begin with. */
function sharedEnd(left: string, right: string, start: number): number {
  const length = Math.min(left.length, right.length) - start;
  let at = 0;
  while (at < length && left.charCodeAt(left.length - 1 - at) === right.charCodeAt(right.length - 1 - at)) {
    at += 1;
  }
  return at;
}
