/** A coloured part of a line, from the character `from` up to `to`. */
export interface ColouredPart {
  readonly kind: 'key' | 'comment';
  readonly from: number;
  readonly to: number;
}

/** Longer lines are not coloured: a JSON file may be one line of a megabyte. */
const maxLength = 2000;

/**
 * The key at the start of a YAML or JSON line, and the comment at its end. Only the line itself is read, so that the
 * YAML inside a ServingTemplate's block string is coloured too, which a parser of the whole file would not do.
 */
export function colourLine(whole: string): ColouredPart[] {
  const line = whole.slice(0, maxLength);
  const parts: ColouredPart[] = [];
  const start = startOfContent(line);
  const key = endOfKey(line, start);
  if (key !== undefined) parts.push({ kind: 'key', from: start, to: key });
  const comment = startOfComment(line, key ?? start);
  if (comment !== undefined) parts.push({ kind: 'comment', from: comment, to: line.length });
  return parts;
}

/** The position after white space and list dashes. */
function startOfContent(line: string): number {
  let at = 0;
  while (isSpace(line[at]) || (line[at] === '-' && isSpace(line[at + 1]))) at += 1;
  return at;
}

/** The position of the colon, if the line starts with a key. */
function endOfKey(line: string, start: number): number | undefined {
  const quote = line[start];
  let at = start;
  if (quote === '"' || quote === "'") {
    const end = line.indexOf(quote, start + 1);
    if (end === -1) return undefined;
    at = end + 1;
    return line[at] === ':' ? at : undefined;
  }
  for (; at < line.length; at += 1) {
    if (line[at] === ':' && (at + 1 === line.length || isSpace(line[at + 1]))) return at;
    if (line[at] === '#' && (at === start || isSpace(line[at - 1]))) return undefined;
  }
  return undefined;
}

function startOfComment(line: string, start: number): number | undefined {
  let quote: string | undefined;
  for (let at = start; at < line.length; at += 1) {
    const character = line[at];
    const isFirst = at === start || isSpace(line[at - 1]);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === '#' && isFirst) return at;
    else if ((character === '"' || character === "'") && (isFirst || '[{,('.includes(line[at - 1] ?? ' '))) {
      quote = character;
    }
  }
  return undefined;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
