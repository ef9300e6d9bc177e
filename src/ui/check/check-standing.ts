import { decisiveOutcome } from '../../domain/check/check-outcome.ts';
import { isCurrent, type CheckState, type CheckSubject } from './check-subject.ts';
import { failedAddresses, type CredentialCheck } from './use-credential-check.ts';

/** The state of the check of everything a form holds, for a one-line summary. */
export type CheckStanding = 'open' | 'changed' | 'failed' | 'unsure' | 'passed';

/** Failures come first, and nothing is called checked that was not. */
export function checkStanding(
  check: Pick<CredentialCheck, 'kind' | 'states'>,
  subjects: readonly CheckSubject[],
): CheckStanding {
  if (failedAddresses(check, subjects).length > 0) return 'failed';
  const standings = new Set(
    subjects.map((subject) => standingOf(check.states.get(subject.address), subject)),
  );
  return (['open', 'changed', 'unsure', 'passed'] as const).find((one) => standings.has(one)) ?? 'open';
}

function standingOf(state: CheckState | undefined, subject: CheckSubject): CheckStanding {
  if (state?.kind === 'failed') return 'unsure';
  if (state?.kind !== 'done') return 'open';
  if (!isCurrent(state, subject)) return 'changed';
  return decisiveOutcome(state.result).verdict === 'unsure' ? 'unsure' : 'passed';
}
