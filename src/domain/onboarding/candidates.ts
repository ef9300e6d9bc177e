import type { KeptObject, RolloutKind, RolloutOrder } from '../rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../rollout/rollout-kinds.ts';
import { defaultResourceGroup } from '../resource-group/resource-group-id.ts';
import { itemId } from './onboarding-plan.ts';

/** In SAP's order of setting a tenant up. */
export const onboardingKinds: readonly RolloutKindId[] = [
  'git-repository',
  'application',
  'resource-group',
  'object-store-secret',
  'docker-registry-secret',
  'generic-secret',
];

/** Something that a tenant has, and that others can be given too. */
export interface Candidate {
  readonly id: string;
  readonly kind: RolloutKindId;
  readonly kept: KeptObject;
  /** Where no credential is needed. */
  readonly order: RolloutOrder | undefined;
}

/** What others can be given of the objects of one kind. */
export function toCandidates(kind: RolloutKindId, objects: readonly KeptObject[]): Candidate[] {
  const { copy }: RolloutKind = rolloutKinds[kind];
  // Every tenant has the one that AI Core gives it.
  const given = objects.filter(({ name }) => kind !== 'resource-group' || name !== defaultResourceGroup);
  return given.map((kept) => ({ id: itemId(kind, kept), kind, kept, order: copy?.(kept) }));
}
