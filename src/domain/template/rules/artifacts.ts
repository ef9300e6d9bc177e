import { lookup, lookupMap, type MapNode, ownPair, resolveAlias } from '../read/node.ts';
import { lineEndAt, lineStartAt } from '../read/position.ts';
import type { Spec } from '../read/spec.ts';
import type { Edit } from '../read/text-view.ts';
import type { HintAt } from './hint.ts';
import type { Subject } from './subject.ts';

/** The edit that removes the lines of a pair; undefined if they contain anything else. */
function removeLines(
  { view: { source }, toOuterEdit }: Spec,
  map: MapNode,
  name: string,
): Edit[] | undefined {
  const pair = ownPair(map, name);
  if (pair === undefined || map.flow || map.pairs.length < 2) return undefined;
  const start = lineStartAt(source, pair.key.start);
  const lineEnd = lineEndAt(source, pair.value.end);
  const newline = source.indexOf('\n', lineEnd);
  const end = newline === -1 ? source.length : newline + 1;
  const isAlone =
    source.slice(start, pair.key.start).trim() === '' && source.slice(pair.value.end, lineEnd).trim() === '';
  const edit = isAlone ? toOuterEdit({ start, end, insert: '' }) : undefined;
  return edit && [edit];
}

/** Output artifacts stored without an archive, which an object store of type webhdfs does not support. */
export function checkArchives({ spec, containers, isServing }: Subject): HintAt[] {
  if (spec === undefined || isServing) return [];
  return [...new Set(containers.map(({ owner }) => owner))].flatMap((owner) => {
    const outputs = lookupMap(owner, 'outputs');
    const artifacts = outputs && lookup(outputs, 'artifacts');
    const items = artifacts?.kind === 'seq' ? artifacts.items : [];
    return items.flatMap((item): HintAt[] => {
      const artifact = resolveAlias(item);
      const archive = artifact?.kind === 'map' ? lookupMap(artifact, 'archive') : undefined;
      if (artifact?.kind !== 'map' || archive === undefined || lookup(archive, 'none') === undefined)
        return [];
      const fix = removeLines(spec, artifact, 'archive');
      return [{ code: 'archive-none', offset: spec.toOuter(archive.start), detail: '', fix }];
    });
  });
}
