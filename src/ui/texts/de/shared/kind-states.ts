import { parseRepositoryStatus } from '../../../../domain/git/repository-status.ts';
import {
  parseResourceGroupStatus,
  type ResourceGroupStatus,
} from '../../../../domain/resource-group/resource-group-status.ts';
import type { Proof } from '../../../../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../../../../domain/rollout/rollout-kinds.ts';
import { repositoryStates } from './repository-states.ts';

export const groupStates: Readonly<Record<ResourceGroupStatus, string>> = {
  PROVISIONED: 'Bereit',
  PROVISIONING: 'Wird eingerichtet',
  ERROR: 'Fehler',
  UNKNOWN: 'Nicht bekannt',
};

type States = Readonly<Record<Exclude<Proof['state'], 'absent'>, string>>;

const applicationStates: States = {
  settled: 'Synchron',
  settling: 'Wird synchronisiert',
  broken: 'Fehlgeschlagen',
};

const otherStates: States = { settled: 'Registriert', settling: 'In Arbeit', broken: 'Fehlgeschlagen' };

/** How far AI Core has come with an object, in the words of its kind. */
export function stateOf(kind: RolloutKindId, { state, says }: Proof): string {
  if (state === 'absent') return 'Fehlt';
  if (kind === 'git-repository') return repositoryStates[parseRepositoryStatus(says)];
  if (kind === 'resource-group') return groupStates[parseResourceGroupStatus(says)];
  return (kind === 'application' ? applicationStates : otherStates)[state];
}
