import { SapError, internalError, quotaExceeded, tryAgainLater, unauthorized } from './sap-error.ts';

/** How a call misbehaves. `afterWrite`: the change is made, and only then does the answer get lost. */
export type Failure =
  | { kind: 'error'; error: SapError }
  | { kind: 'slow'; milliseconds: number }
  | { kind: 'hang'; afterWrite: boolean }
  | { kind: 'reset'; afterWrite: boolean }
  | { kind: 'malformed' };

const failures: Record<string, () => Failure> = {
  'fail-401': () => ({ kind: 'error', error: unauthorized('The token was rejected.') }),
  'fail-403': () => ({
    kind: 'error',
    error: new SapError(403, 'Forbidden', 'The token does not permit this call.'),
  }),
  'fail-429': () => ({ kind: 'error', error: tryAgainLater(429, 2) }),
  'fail-500': () => ({ kind: 'error', error: internalError() }),
  'fail-503': () => ({ kind: 'error', error: tryAgainLater(503, 2) }),
  slow: () => ({ kind: 'slow', milliseconds: 3000 }),
  hang: () => ({ kind: 'hang', afterWrite: false }),
  'hang-after-write': () => ({ kind: 'hang', afterWrite: true }),
  reset: () => ({ kind: 'reset', afterWrite: false }),
  'reset-after-write': () => ({ kind: 'reset', afterWrite: true }),
  malformed: () => ({ kind: 'malformed' }),
};

/** The words that make a call fail when used as the name of a secret or repository. */
export const failureWords: readonly string[] = Object.keys(failures);

/** The failure that a word stands for, whatever the method. */
export function failureOfWord(word: string): Failure | undefined {
  return Object.hasOwn(failures, word) ? failures[word]?.() : undefined;
}

/**
 * The failure that a secret's or repository's name asks for. `update-` and `delete-` before a word
 * limit it to that call, so that the resource can be created first.
 */
export function failureOfName(name: string, method: string, quota: QuotaOf): Failure | undefined {
  if (name === 'quota' && method === 'POST') {
    return { kind: 'error', error: quotaExceeded(quota.resource, quota.maxCount) };
  }
  const limited = /^(update|delete)-(.+)$/.exec(name);
  if (!limited) {
    return failureOfWord(name);
  }
  const limitedTo = limited[1] === 'update' ? 'PATCH' : 'DELETE';
  return method === limitedTo ? failureOfWord(limited[2] ?? '') : undefined;
}

/** A kind of resource, as its quota error names it, and how many a tenant may hold. */
export interface QuotaOf {
  resource: string;
  maxCount: number;
}
