import type { CheckResult } from '../../domain/check/check-outcome.ts';
import type { PlannedImage } from '../../domain/check/check-plan.ts';

/** A credential as it stands in a form, and what it is for. */
export interface CheckSubject {
  /** The key of `auths`, or the URL of a repository. */
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

/** What is asked for with the credentials, all of it optional. */
export interface CheckTargets {
  readonly images: readonly string[];
  /** Of a repository: a branch, a tag or a commit, and a folder or file. */
  readonly revision: string;
  readonly path: string;
}

/** One question to the gateway. */
interface CheckQuestion extends CheckSubject, Pick<CheckTargets, 'revision' | 'path'> {
  readonly images: readonly PlannedImage[];
}

/** Asks it; rejects with an ApiError where the gateway gives no answer. */
export type RunCheck = (question: CheckQuestion, signal: AbortSignal) => Promise<CheckResult>;

/** Where the check of one subject stands. What was checked is kept to tell when it changes, as long as the panel is there. */
export type CheckState =
  | { readonly kind: 'running' }
  | { readonly kind: 'incomplete' | 'wildcard' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'done'; readonly result: CheckResult; readonly subject: CheckSubject };

/** Whether a check tells of the subject as it is now. */
export function isCurrent(state: CheckState, now: CheckSubject): boolean {
  if (state.kind !== 'done') return true;
  const { address, username, password } = state.subject;
  return now.address === address && now.username === username && now.password === password;
}
