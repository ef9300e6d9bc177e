import type { CheckResult } from '../../domain/check/check-outcome.ts';
import type { PlannedImage } from '../../domain/check/check-plan.ts';

/** A credential as a form holds it, and what it is for. */
export interface CheckSubject {
  /** A key of `auths`, or the URL of a repository. */
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

/** What to try the credentials with; all of it is optional. */
export interface CheckTargets {
  readonly images: readonly string[];
  /** For a repository: a branch, tag or commit, and a folder or file. */
  readonly revision: string;
  readonly path: string;
}

/** One question to the gateway. */
interface CheckQuestion extends CheckSubject, Pick<CheckTargets, 'revision' | 'path'> {
  readonly images: readonly PlannedImage[];
}

/** Sends the question; rejects with an ApiError if the gateway does not answer it. */
export type RunCheck = (question: CheckQuestion, signal: AbortSignal) => Promise<CheckResult>;

/** The check of one subject. The checked subject is kept while the panel is open, to notice when it changes. */
export type CheckState =
  | { readonly kind: 'running' }
  | { readonly kind: 'incomplete' | 'wildcard' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'done'; readonly result: CheckResult; readonly subject: CheckSubject };

/** Whether a check is about the subject as it is now. */
export function isCurrent(state: CheckState, now: CheckSubject): boolean {
  if (state.kind !== 'done') return true;
  const { address, username, password } = state.subject;
  return now.address === address && now.username === username && now.password === password;
}
