// An expression (`{{=`) may span several lines, a simple tag may not. A third brace is YAML's own. A tag ends at its
// first `}}` and contains no other tag, so that each line can be read in one way only.
const tagPattern = /\{\{=(?:(?!\}\}|\{\{)[\s\S])*\}\}|\{\{(?!\{)(?:(?!\}\}|\{\{).)*\}\}/g;
const tagsOnlyLine = /^([ \t]*)(?:\{\{(?!\{)(?:(?!\}\}|\{\{).)*\}\}[ \t]*)+(?=\r?$)/gm;

function neutral(tag: string): string {
  return tag.replace(/[^\w. \r\n]/g, '_');
}

/**
 * The text, at the same length, with every `{{…}}` turned into plain letters that YAML can read anywhere. A line of
 * nothing else is read as text or as a comment, because it may stand for whole lines.
 */
export function maskPlaceholders(text: string, ownLines: 'text' | 'comment'): string {
  if (!text.includes('{{')) return text;
  const commented =
    ownLines === 'comment'
      ? text.replace(tagsOnlyLine, (line, indent: string) => `${indent}#`.padEnd(line.length, '_'))
      : text;
  return commented.replace(tagPattern, neutral);
}

/** True if the text contains a `{{…}}` to be filled in later. */
export function hasPlaceholder(text: string): boolean {
  return text.includes('}}', text.indexOf('{{') + 2) && text.includes('{{');
}

const tagBeginning = /\{\{[^{}]+/g;
const helmObject = /\.(?:Values|Release|Chart|Capabilities|Files)\b|\binclude "/;

/** Offset of the first `{{…}}` that only Helm fills in; undefined if there is none. */
export function findHelmTag(text: string): number | undefined {
  for (const { 0: beginning, index } of text.matchAll(tagBeginning)) {
    if (helmObject.test(beginning)) return index;
  }
  return undefined;
}

/** True if the text starts with a Helm tag: one with Helm's objects, or with the dash that trims white space. */
export function isHelmTag(tag: string): boolean {
  return tag.startsWith('{{-') || findHelmTag(tag) === 0;
}
