import { flowList, flowStyleOf, type FlowStyle } from './flow-style.ts';
import { type MapNode, mergePairs, type ScalarNode, usualQuote } from '../read/node.ts';
import { fail, listKey, type Plan, type PlanFailure } from './plan-result.ts';
import { lineEndAt, lineStartAt } from '../read/position.ts';
import { encodeScalar } from '../../text/yaml-scalar.ts';
import type { TextView } from '../read/text-view.ts';

/**
 * The start of the line of `offset`, or of the comments and blank lines directly above it, so that a comment stays
 * above what it explains.
 */
export function aboveComments(view: TextView, offset: number): number {
  let start = lineStartAt(view.source, offset);
  while (start > 0) {
    const previous = lineStartAt(view.source, start - 1);
    const line = view.masked.slice(previous, start).trim();
    if (previous === start || (line !== '' && !line.startsWith('#'))) break;
    start = previous;
  }
  return start;
}

/**
 * The number of columns by which block sequences are indented from their key: as in the mapping itself, otherwise the
 * most frequent in the text, otherwise 2.
 */
function sequenceOffset(view: TextView, owner: MapNode): number {
  const column = (offset: number): number => offset - lineStartAt(view.source, offset);
  const sample = owner.pairs.find(({ value }) => value.kind === 'seq' && !value.flow);
  if (sample !== undefined) return Math.max(0, column(sample.value.start) - column(sample.key.start));
  let best = 2;
  let most = 0;
  for (const [offset, count] of view.style.sequenceOffsets) {
    if (count > most && offset >= 0) [best, most] = [offset, count];
  }
  return best;
}

function itemLines(view: TextView, owner: MapNode, indent: string, names: readonly string[]): string[] {
  const quote = usualQuote(view.style);
  const deeper = indent + ' '.repeat(sequenceOffset(view, owner));
  const key = view.json ? '"name"' : 'name';
  return names.map(
    (name) => `${deeper}- ${key}: ${encodeScalar(name, view.json ? 'double' : 'plain', quote)}`,
  );
}

/** Adds a whole list to a mapping, as its first pair or below a key without a value. */
export function insertList(
  view: TextView,
  owner: MapNode,
  names: readonly string[],
  notes: Plan['notes'],
  underKey?: ScalarNode,
): Plan | PlanFailure {
  if (owner.flow) return insertInFlow(view, owner, names, notes);
  const first = underKey ?? owner.pairs[0]?.key;
  if (first === undefined) return fail('unsupported-layout', owner.start);
  const lineStart = lineStartAt(view.source, first.start);
  const indent = view.source.slice(lineStart, first.start);
  if (/[^ ]/.test(indent)) return fail('unsupported-layout', first.start);
  const { eol } = view;
  const lines = itemLines(view, owner, indent, names);
  if (underKey !== undefined) {
    const at = lineEndAt(view.source, underKey.end);
    return { action: 'inserted', edits: [{ start: at, end: at, insert: eol + lines.join(eol) }], notes };
  }
  const key = view.json ? `"${listKey}"` : listKey;
  const at = aboveComments(view, first.start);
  const insert = [`${indent}${key}:`, ...lines, ''].join(eol);
  return { action: 'inserted', edits: [{ start: at, end: at, insert }], notes };
}

/** Adds a whole list after the mapping's last merge key, which would replace a list before it. */
export function insertBehindMerge(
  view: TextView,
  owner: MapNode,
  names: readonly string[],
  notes: Plan['notes'],
): Plan | PlanFailure {
  const { source, eol } = view;
  const merge = mergePairs(owner).at(-1);
  if (merge === undefined) return insertList(view, owner, names, notes);
  const end = Math.max(merge.key.end, merge.value.end);
  if (owner.flow) {
    const style = flowStyleOf(view, owner);
    const insert = `${style.comma}${flowPair(view, style, names)}`;
    return { action: 'inserted', edits: [{ start: end, end, insert }], notes };
  }
  const indent = source.slice(lineStartAt(source, merge.key.start), merge.key.start);
  if (/[^ ]/.test(indent)) return fail('unsupported-layout', merge.key.start);
  const at = lineEndAt(source, end);
  const insert = ['', `${indent}${listKey}:`, ...itemLines(view, owner, indent, names)].join(eol);
  return { action: 'inserted', edits: [{ start: at, end: at, insert }], notes };
}

function flowPair(view: TextView, style: FlowStyle, names: readonly string[]): string {
  const key = encodeScalar(listKey, style.quote, usualQuote(view.style));
  return `${key}${style.colon}${flowList(view, style, names)}`;
}

function insertInFlow(
  view: TextView,
  owner: MapNode,
  names: readonly string[],
  notes: Plan['notes'],
): Plan | PlanFailure {
  const { source } = view;
  const style = flowStyleOf(view, owner);
  const pair = flowPair(view, style, names);
  const done = (at: number, insert: string): Plan => ({
    action: 'inserted',
    edits: [{ start: at, end: at, insert }],
    notes,
  });
  const first = owner.pairs[0]?.key;
  if (first === undefined) {
    const pad = owner.end - owner.start === 2 ? style.pad : '';
    return done(owner.start + 1, `${style.pad}${pair}${pad}`);
  }
  if (!/^(?:\s|#.*\n)*$/.test(source.slice(owner.start + 1, first.start)))
    return fail('unsupported-layout', first.start);
  const indent = source.slice(lineStartAt(source, first.start), first.start);
  if (/\S/.test(indent)) return done(first.start, `${pair}${style.comma}`);
  return done(aboveComments(view, first.start), `${indent}${pair},${view.eol}`);
}
