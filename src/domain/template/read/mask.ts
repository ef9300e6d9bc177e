// An expression (`{{=`) may run over several lines, a simple tag may not. A third brace is YAML's own. A tag
// ends at its first `}}` and holds no other, so that there is one way only to read a line.
const tagPattern = /\{\{=(?:(?!\}\}|\{\{)[\s\S])*\}\}|\{\{(?!\{)(?:(?!\}\}|\{\{).)*\}\}/g;
const tagsOnlyLine = /^([ \t]*)(?:\{\{(?!\{)(?:(?!\}\}|\{\{).)*\}\}[ \t]*)+(?=\r?$)/gm;

function neutral(tag: string): string {
  return tag.replace(/[^\w. \r\n]/g, '_');
}

/**
 * The text, at the same length, with every `{{…}}` turned into plain letters that YAML can read anywhere.
 * A line of nothing else is read as text, or as a comment, because it may stand for whole lines.
 */
export function maskPlaceholders(text: string, ownLines: 'text' | 'comment'): string {
  if (!text.includes('{{')) return text;
  const commented =
    ownLines === 'comment'
      ? text.replace(tagsOnlyLine, (line, indent: string) => `${indent}#`.padEnd(line.length, '_'))
      : text;
  return commented.replace(tagPattern, neutral);
}

/** True if the text holds a `{{…}}` that is filled in later. */
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

/** True if the text begins with a tag of Helm's: with its objects, or the dash that takes white space away. */
export function isHelmTag(tag: string): boolean {
  return tag.startsWith('{{-') || findHelmTag(tag) === 0;
}
