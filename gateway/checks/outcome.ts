import { parseRetryAfter } from './retry-after.ts';
import type { CheckAnswer } from './check-session.ts';
import { CheckFault } from './check-fault.ts';
import { checkVerdicts, type CheckOutcome, type CheckReason, type CheckStep } from './contract.ts';

/** The result of a question, before its duration is known. */
export type Finding = Omit<CheckOutcome, 'ms' | 'verdict'>;

/** An outcome with its verdict, and the milliseconds since `start`. */
export function conclude(finding: Finding, start: number): CheckOutcome {
  const ms = Math.round(performance.now() - start);
  return { verdict: checkVerdicts[finding.reason], ms, ...finding };
}

/** A finding that an answer's status decided. */
export function findingOf(step: CheckStep, reason: CheckReason, answer: CheckAnswer): Finding {
  const retryAfterSeconds =
    reason === 'rate-limited' ? parseRetryAfter(answer.headers['retry-after']) : undefined;
  return {
    step,
    reason,
    status: answer.status,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** The finding for an unexpected answer: the server is busy, broken, or says something else. */
export function unexpectedFinding(step: CheckStep, answer: CheckAnswer): Finding {
  if (answer.status === 429) return findingOf(step, 'rate-limited', answer);
  return findingOf(step, answer.status >= 500 ? 'server-error' : 'unexpected', answer);
}

/** The finding if a question got no answer; after the first step, the server was reachable a moment ago. */
export function faultFinding(step: CheckStep, error: unknown): Finding {
  if (!(error instanceof CheckFault)) throw error;
  if (step === 'reach' && error.reason === 'other-answer') return { step: 'service', reason: 'other-answer' };
  if (step === 'reach') return { step, reason: error.reason };
  return { step, reason: step === 'login' ? 'login-unreachable' : 'interrupted' };
}
