import { FrontProxyError } from './front-proxy-error.ts';
import { InnerServiceError } from './inner-service-error.ts';
import {
  conflict,
  forbidden,
  internalError,
  invalidRequest,
  preconditionFailed,
  quotaExceeded,
  tryAgainLater,
  unauthorized,
  type QuotaOf,
  type SapError,
} from './sap-error.ts';

/** How a call misbehaves. `afterWrite`: the change is made before the answer is lost. */
export type Failure =
  | { readonly kind: 'error'; readonly error: SapError }
  /** Only creating something that already exists fails, with this error instead of the usual one. */
  | { readonly kind: 'taken'; readonly error: SapError }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'hang' | 'reset'; readonly afterWrite: boolean }
  | { readonly kind: 'malformed' };

// Each call gets its own error object.
const failing = (build: () => SapError) => (): Failure => ({ kind: 'error', error: build() });
const taken = (build: () => SapError) => (): Failure => ({ kind: 'taken', error: build() });
const fixed = (failure: Failure) => (): Failure => failure;

const failures = new Map([
  ['fail-401', failing(() => unauthorized('The token was rejected.'))],
  ['fail-403', failing(() => forbidden('The token does not permit this call.'))],
  ['fail-409', failing(() => conflict('The resource was changed in the meantime.'))],
  ['fail-412', failing(preconditionFailed)],
  ['fail-429', failing(() => tryAgainLater(429, 2))],
  ['fail-500', failing(internalError)],
  ['fail-500-inner', failing(() => new InnerServiceError('Service failed', { namesRequest: true }))],
  ['fail-503', failing(() => tryAgainLater(503, 2))],
  ['jwt-expired', failing(() => new FrontProxyError('jwt-expired'))],
  ['jwt-invalid', failing(() => new FrontProxyError('jwt-invalid'))],
  ['jwt-issuer', failing(() => new FrontProxyError('jwt-issuer'))],
  ['rbac-denied', failing(() => new FrontProxyError('rbac-denied'))],
  // The answer to a name that is in use is not documented, so every possible one is available.
  ['taken-400', taken(() => invalidRequest('The request is not valid.'))],
  ['taken-403', taken(() => forbidden('The request is forbidden.'))],
  ['taken-409', taken(() => conflict('The resource already exists.'))],
  ['taken-500', taken(internalError)],
  ['slow', fixed({ kind: 'slow', milliseconds: 3000 })],
  ['hang', fixed({ kind: 'hang', afterWrite: false })],
  ['hang-after-write', fixed({ kind: 'hang', afterWrite: true })],
  ['reset', fixed({ kind: 'reset', afterWrite: false })],
  ['reset-after-write', fixed({ kind: 'reset', afterWrite: true })],
  ['malformed', fixed({ kind: 'malformed' })],
]);

/** The words that make a call fail when used as the name of a resource. */
export const failureWords: readonly string[] = [...failures.keys()];

/** The failure that a word stands for, whatever the method. */
export function failureOfWord(word: string): Failure | undefined {
  return failures.get(word)?.();
}

/**
 * The failure that a resource's name asks for. `create-`, `update-` and `delete-` before a word limit it to that call,
 * so that the other calls can show the result.
 */
export function failureOfName(name: string, method: string, quota: QuotaOf): Failure | undefined {
  if (name === 'quota' && method === 'POST') {
    return { kind: 'error', error: quotaExceeded(quota) };
  }
  const [call = '', word] = /^(create|update|delete)-(.+)$/.exec(name)?.slice(1) ?? [];
  if (word === undefined) return failureOfWord(name);
  return method === methodOfPrefix[call] ? failureOfWord(word) : undefined;
}

const methodOfPrefix: Readonly<Record<string, string>> = {
  create: 'POST',
  update: 'PATCH',
  delete: 'DELETE',
};
