import { extendList } from './extend-list.ts';
import { flowList, flowStyleOf } from './flow-style.ts';
import { insertBehindMerge, insertList } from './insert-list.ts';
import {
  hidingMerge,
  lookup,
  type MapNode,
  ownPair,
  type Pair,
  resolveAlias,
  type ScalarNode,
} from '../read/node.ts';
import { fail, listKey, type Plan, type PlanFailure, type Wish } from './plan-result.ts';
import { isUnfilledPiece } from '../../text/placeholder.ts';
import { isNotText } from '../../text/yaml-scalar.ts';
import { readEntries } from './secret-entries.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { TextView } from '../read/text-view.ts';

/** Plans how to add the names to the mapping's `imagePullSecrets`. */
export function planPullSecrets(view: TextView, owner: MapNode, wish: Wish): Plan | PlanFailure {
  const { names } = wish;
  if (names.length === 0) return { action: 'already-there', edits: [], notes: [] };
  const pair = ownPair(owner, listKey);
  if (pair === undefined) return planWithoutOwnList(view, owner, names);
  const hiding = hidingMerge(owner, listKey);
  if (hiding !== undefined) return fail('list-before-merge', hiding.key.start);
  const { value } = pair;
  if (value.kind === 'seq') return extendList(view, value, wish);
  if (value.kind === 'alias') return expandAlias(view, pair, names);
  if (value.kind === 'map') return fail('list-not-a-list', value.start);
  return fillScalar(view, owner, pair, value, names);
}

/** The names in a list from elsewhere, or undefined if it has entries that cannot be written out here. */
function namesToExpand(view: TextView, list: ReturnType<typeof lookup>): string[] | undefined {
  if (list?.kind !== 'seq') return undefined;
  const entries = readEntries(view.source, list);
  const names = entries.flatMap(({ name, kind }) => (kind === 'name' && name !== undefined ? [name] : []));
  const plain = entries.every(({ node }) => {
    const target = resolveAlias(node);
    return target?.kind === 'map' && target.pairs.length === 1;
  });
  return plain && names.length === entries.length ? names : undefined;
}

function planWithoutOwnList(view: TextView, owner: MapNode, names: readonly string[]): Plan | PlanFailure {
  const merged = lookup(owner, listKey);
  if (merged === undefined) return insertList(view, owner, names, []);
  const there = namesToExpand(view, merged);
  if (there === undefined) return fail('merged-list-unclear', merged.start);
  const missing = names.filter((name) => !there.includes(name));
  if (missing.length === 0) return { action: 'already-there', edits: [], notes: [] };
  // The mapping's own list overrides the merged one, so it has to contain those names as well.
  return insertBehindMerge(
    view,
    owner,
    [...there, ...missing],
    [{ code: 'list-expanded', offset: owner.start }],
  );
}

function expandAlias(view: TextView, { value }: Pair, names: readonly string[]): Plan | PlanFailure {
  const there = namesToExpand(view, resolveAlias(value));
  if (there === undefined) return fail('merged-list-unclear', value.start);
  const missing = names.filter((name) => !there.includes(name));
  if (missing.length === 0) return { action: 'already-there', edits: [], notes: [] };
  const insert = flowList(view, flowStyleOf(view), [...there, ...missing]);
  return {
    action: 'added',
    edits: [{ start: value.start, end: value.end, insert }],
    notes: [{ code: 'list-expanded', offset: value.start }],
  };
}

/** Fills a list that is null or a placeholder. */
function fillScalar(
  view: TextView,
  owner: MapNode,
  { key }: Pair,
  value: ScalarNode,
  names: readonly string[],
): Plan | PlanFailure {
  const text = scalarValue(view.source, value);
  const placeholder = isUnfilledPiece(text);
  const isNull = value.style === 'plain' && /^(?:null|~)?$/i.test(text) && (text === '' || isNotText(text));
  if (!isNull && !placeholder) {
    return fail(
      view.source.slice(value.start, value.end).includes('{{') ? 'list-is-placeholder' : 'list-not-a-list',
      value.start,
    );
  }
  const action = placeholder ? 'replaced-placeholder' : 'inserted';
  const style = flowStyleOf(view, owner);
  if (value.start !== value.end) {
    return {
      action,
      edits: [{ start: value.start, end: value.end, insert: flowList(view, style, names) }],
      notes: [],
    };
  }
  // A `{{…}}` alone on the next line may stand for the list itself.
  if (/^[^\n]*\n\s*\{\{/.test(view.source.slice(key.end))) return fail('list-is-placeholder', key.start);
  if (!owner.flow) return insertList(view, owner, names, [], key);
  const colon = /^\s*:/.exec(view.source.slice(key.end))?.[0];
  const at = key.end + (colon?.length ?? 0);
  const list = flowList(view, style, names);
  return {
    action,
    edits: [{ start: at, end: at, insert: colon === undefined ? `: ${list}` : ` ${list}` }],
    notes: [],
  };
}
