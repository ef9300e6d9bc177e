import { application } from './kinds/application.ts';
import { dockerRegistrySecret } from './kinds/docker-registry-secret.ts';
import { genericSecret } from './kinds/generic-secret.ts';
import { gitRepository } from './kinds/git-repository.ts';
import { objectStoreSecret } from './kinds/object-store-secret.ts';
import { resourceGroup } from './kinds/resource-group.ts';
import type { RolloutKind, KeptObject } from './rollout-kind.ts';

/** Every kind that can be rolled out and removed, in the order in which they are offered. */
export const rolloutKinds = {
  'docker-registry-secret': dockerRegistrySecret,
  'git-repository': gitRepository,
  application,
  'resource-group': resourceGroup,
  'object-store-secret': objectStoreSecret,
  'generic-secret': genericSecret,
} as const satisfies Record<string, RolloutKind>;

export type RolloutKindId = keyof typeof rolloutKinds;

export const rolloutKindIds = Object.keys(rolloutKinds).filter((id): id is RolloutKindId =>
  Object.hasOwn(rolloutKinds, id),
);

/** What distinguishes an object from others of its kind besides its name. */
export function shownFacts(id: RolloutKindId, kept: KeptObject): string[] {
  const kind: RolloutKind = rolloutKinds[id];
  const facts = kind.shownFacts?.(kept) ?? Object.values(kept.facts);
  return facts.filter((fact) => fact !== '');
}
