import { parseRepositoryStatus } from '../../../../domain/git/repository-status.ts';
import {
  parseResourceGroupStatus,
  type ResourceGroupStatus,
} from '../../../../domain/resource-group/resource-group-status.ts';
import type { Proof } from '../../../../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../../../../domain/rollout/rollout-kinds.ts';
import { repositoryStates } from './repository-states.ts';

export const groupStates: Readonly<Record<ResourceGroupStatus, string>> = {
  PROVISIONED: 'Ready',
  PROVISIONING: 'Being set up',
  ERROR: 'Error',
  UNKNOWN: 'Not known',
};

type States = Readonly<Record<Exclude<Proof['state'], 'absent'>, string>>;

const applicationStates: States = { settled: 'Synced', settling: 'Syncing', broken: 'Failed' };

const otherStates: States = { settled: 'Registered', settling: 'In progress', broken: 'Failed' };

/** How far AI Core has come with an object, in the words of its kind. */
export function stateOf(kind: RolloutKindId, { state, says }: Proof): string {
  if (state === 'absent') return 'Missing';
  if (kind === 'git-repository') return repositoryStates[parseRepositoryStatus(says)];
  if (kind === 'resource-group') return groupStates[parseResourceGroupStatus(says)];
  return (kind === 'application' ? applicationStates : otherStates)[state];
}
