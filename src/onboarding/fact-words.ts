import type { ScopeKind } from '../domain/generic-secret/secret-scope.ts';
import { scopeOfFacts } from '../domain/rollout/kinds/generic-secret.ts';
import type { KeptObject } from '../domain/rollout/rollout-kind.ts';
import { shownFacts, type RolloutKindId } from '../domain/rollout/rollout-kinds.ts';

/** What distinguishes an object from others of its kind, in words where the API's own are unclear. */
export function factWords(
  kind: RolloutKindId,
  kept: KeptObject,
  scopes: Readonly<Record<ScopeKind, string>>,
): string[] {
  if (kind !== 'generic-secret') return shownFacts(kind, kept);
  const scope = scopeOfFacts(kept.facts);
  return [scope.kind === 'group' ? scope.group : scopes[scope.kind]];
}
