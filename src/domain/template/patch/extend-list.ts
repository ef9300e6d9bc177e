import { flowItem, flowStyleOf } from './flow-style.ts';
import { type SeqNode, usualQuote } from '../read/node.ts';
import { fail, type Plan, type PlanFailure, type Wish } from './plan-result.ts';
import { lineEndAt, lineStartAt } from '../read/position.ts';
import { encodeScalar, type QuoteStyle } from '../../text/yaml-scalar.ts';
import { readEntries, type SecretEntry } from './secret-entries.ts';
import type { Edit, TextView } from '../read/text-view.ts';

function quoteOf(entry: SecretEntry | undefined): QuoteStyle {
  const style = entry?.nameNode?.style;
  return style === 'single' || style === 'double' ? style : 'plain';
}

/**
 * A copy of the last entry's text with another name, so that the new entry looks the same; undefined if the entry
 * contains more than a name.
 */
function cloneEntry(view: TextView, entry: SecretEntry | undefined, name: string): string | undefined {
  const { node, nameNode } = entry ?? {};
  if (node?.kind !== 'map' || nameNode === undefined) return undefined;
  if (node.pairs.length !== 1 || nameNode.style === 'literal' || nameNode.style === 'folded')
    return undefined;
  const before = view.source.slice(node.start, nameNode.start);
  const after = view.source.slice(nameNode.end, node.end);
  if (/[#&!]/.test(before + after)) return undefined;
  return before + encodeScalar(name, quoteOf(entry), usualQuote(view.style)) + after;
}

function replaceName(view: TextView, list: SeqNode, entry: SecretEntry, name: string): Edit[] {
  const { nameNode, emptyKey, node } = entry;
  if (nameNode === undefined) return [];
  const quote = usualQuote(view.style);
  if (emptyKey !== undefined) {
    const at = view.source.indexOf(':', emptyKey.end) + 1;
    return [{ start: at, end: at, insert: ` ${encodeScalar(name, 'plain', quote)}` }];
  }
  const encoded = encodeScalar(name, quoteOf(entry), quote);
  const insert =
    node.kind === 'scalar'
      ? list.flow
        ? flowItem(view, flowStyleOf(view, list), name)
        : `name: ${encoded}`
      : encoded;
  return [{ start: nameNode.start, end: nameNode.end, insert }];
}

function addToBlock(
  view: TextView,
  list: SeqNode,
  last: SecretEntry,
  names: readonly string[],
): Plan | PlanFailure {
  const { source, eol } = view;
  const dash = list.dashes.at(-1) ?? list.start;
  const prefix = source.slice(lineStartAt(source, dash), dash);
  if (/[^ ]/.test(prefix)) return fail('unsupported-layout', dash);
  const between = source.slice(dash + 1, last.node.start);
  const gap = /^\s+$/.test(between) ? between : ' ';
  const lines = names.map((name) => {
    const cloned = cloneEntry(view, last, name);
    const plain = `name: ${encodeScalar(name, quoteOf(last), usualQuote(view.style))}`;
    return cloned === undefined ? `${prefix}- ${plain}` : `${prefix}-${gap}${cloned}`;
  });
  const at = lineEndAt(source, Math.max(list.end, dash + 1));
  return { action: 'added', edits: [{ start: at, end: at, insert: eol + lines.join(eol) }], notes: [] };
}

function added(...edits: Edit[]): Plan {
  return { action: 'added', edits, notes: [] };
}

function addToFlow(
  view: TextView,
  list: SeqNode,
  last: SecretEntry | undefined,
  names: readonly string[],
): Plan {
  const { source } = view;
  const style = flowStyleOf(view, list);
  const items = names.map((name) => cloneEntry(view, last, name) ?? flowItem(view, style, name));
  if (last === undefined) {
    const at = list.start + 1;
    return added({ start: at, end: at, insert: items.join(style.comma) });
  }
  const end = last.node.end;
  const comma = /^(?:\s|#.*\n)*,/.exec(view.masked.slice(end, list.end));
  const commaAt = comma === null ? end : end + comma[0].length;
  const indent = source.slice(lineStartAt(source, last.node.start), last.node.start);
  const lineEnd = lineEndAt(source, commaAt);
  if (/\S/.test(indent) || lineEnd >= list.end) {
    const joined = items.join(style.comma);
    const gap = style.comma.slice(1);
    return added({
      start: commaAt,
      end: commaAt,
      insert: comma === null ? `${style.comma}${joined}` : `${gap}${joined},`,
    });
  }
  const lines = items.map((item) => view.eol + indent + item);
  if (comma !== null) return added({ start: lineEnd, end: lineEnd, insert: `${lines.join(',')},` });
  const comments = { start: lineEnd, end: lineEnd, insert: lines.join(',') };
  return added({ start: end, end, insert: ',' }, comments);
}

/** Adds names to the mapping's own list: first in place of placeholders, then as new entries at the end. */
export function extendList(view: TextView, list: SeqNode, { names, replace }: Wish): Plan | PlanFailure {
  const entries = readEntries(view.source, list, replace);
  const missing = names.filter(
    (name) => !entries.some((entry) => entry.kind === 'name' && entry.name === name),
  );
  const notes: Plan['notes'] = [];
  const edits: Edit[] = [];
  let replaced = 0;
  const rest: string[] = [];
  const placeholders = entries.filter(({ kind }) => kind === 'placeholder');
  for (const name of missing) {
    const numberLike = entries.find(
      (entry) => entry.kind === 'number-like' && entry.name === name && entry.nameNode !== undefined,
    );
    const placeholder = numberLike === undefined ? placeholders.shift() : undefined;
    if (numberLike !== undefined) {
      notes.push({ code: 'name-quoted', offset: numberLike.node.start });
      edits.push(...replaceName(view, list, numberLike, name));
    } else if (placeholder === undefined) {
      rest.push(name);
    } else {
      replaced += 1;
      edits.push(...replaceName(view, list, placeholder, name));
    }
  }
  for (const { node } of placeholders) notes.push({ code: 'placeholder-left', offset: node.start });
  for (const { node, kind } of entries) {
    if (kind === 'other') notes.push({ code: 'entry-without-name', offset: node.start });
  }
  if (rest.length > 0) {
    const last = entries.at(-1);
    const plan =
      list.flow || last === undefined
        ? addToFlow(view, list, last, rest)
        : addToBlock(view, list, last, rest);
    if ('failure' in plan) return plan;
    edits.push(...plan.edits);
  }
  const action = missing.length === 0 ? 'already-there' : replaced > 0 ? 'replaced-placeholder' : 'added';
  return { action, edits, notes };
}
