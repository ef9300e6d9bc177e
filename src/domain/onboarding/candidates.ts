import type { KeptObject, RolloutKind, RolloutOrder } from '../rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../rollout/rollout-kinds.ts';
import { defaultResourceGroup } from '../resource-group/resource-group-id.ts';
import { itemId } from './onboarding-plan.ts';

/** The kinds in the order in which SAP's documentation sets up a tenant. */
export const onboardingKinds: readonly RolloutKindId[] = [
  'git-repository',
  'application',
  'resource-group',
  'object-store-secret',
  'docker-registry-secret',
  'generic-secret',
];

/** An object of a tenant that other tenants can get too. */
export interface Candidate {
  readonly id: string;
  readonly kind: RolloutKindId;
  readonly kept: KeptObject;
  /** Set if no credential is needed. */
  readonly order: RolloutOrder | undefined;
}

/** The objects of one kind that other tenants can get. */
export function toCandidates(kind: RolloutKindId, objects: readonly KeptObject[]): Candidate[] {
  const { copy }: RolloutKind = rolloutKinds[kind];
  // AI Core creates this one in every tenant.
  const given = objects.filter(({ name }) => kind !== 'resource-group' || name !== defaultResourceGroup);
  return given.map((kept) => ({ id: itemId(kind, kept), kind, kept, order: copy?.(kept) }));
}
