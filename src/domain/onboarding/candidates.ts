import type { KeptObject, RolloutKind, RolloutOrder } from '../rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../rollout/rollout-kinds.ts';
import { itemId } from './onboarding-plan.ts';

/** In SAP's order of setting a tenant up. */
export const onboardingKinds: readonly RolloutKindId[] = [
  'git-repository',
  'application',
  'docker-registry-secret',
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
  return objects.map((kept) => ({ id: itemId(kind, kept), kind, kept, order: copy?.(kept) }));
}
