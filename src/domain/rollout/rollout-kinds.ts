import { application } from './kinds/application.ts';
import { dockerRegistrySecret } from './kinds/docker-registry-secret.ts';
import { gitRepository } from './kinds/git-repository.ts';
import type { RolloutKind } from './rollout-kind.ts';

/** Everything that can be rolled out and removed, in the order in which it is offered. */
export const rolloutKinds = {
  'docker-registry-secret': dockerRegistrySecret,
  'git-repository': gitRepository,
  application,
} as const satisfies Record<string, RolloutKind>;

export type RolloutKindId = keyof typeof rolloutKinds;

export const rolloutKindIds = Object.keys(rolloutKinds).filter((id): id is RolloutKindId =>
  Object.hasOwn(rolloutKinds, id),
);
