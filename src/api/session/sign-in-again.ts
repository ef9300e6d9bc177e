import { ApiError } from '../../domain/api-problem.ts';
import { Listeners } from '../../domain/listeners.ts';

/** Calls that were answered by a sign-in, and wait until somebody has signed in again. */
export interface SignInRequest {
  /** A path of this origin that can be read only by who has signed in. */
  readonly door: string;
  /** Somebody has asked for one of them just now, so that the answer may come at once. */
  readonly urgent: boolean;
  /** Whoever was asked has put it off: what the page reads by itself does not ask again. */
  readonly postponed: boolean;
}

/** `other`: somebody else has signed in, in whose name nothing goes on that was begun before. */
export type SignInEnd = 'signed-in' | 'postponed' | 'other';

let request: SignInRequest | undefined;
/** What they wait for, and how it is told. */
let waiting: Promise<boolean> | undefined;
let tell: ((signedIn: boolean) => void) | undefined;
const listeners = new Listeners();

interface GuardedCall {
  readonly door: string;
  readonly urgent: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a call, and once more after somebody has signed in again: what a sign-in answers has had no effect. Where
 * nobody can be asked, or they decline, it fails as it came.
 */
export async function sendSignedIn<T>(
  call: () => Promise<T>,
  { door, urgent, signal }: GuardedCall,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'sign-in')) throw error;
    // Signing in elsewhere is of no use: no cookie goes along to another origin.
    if (listeners.isEmpty || !door.startsWith('/')) throw error;
    if (!(await unlessAborted(ask(door, urgent), signal))) throw error;
    return call();
  }
}

/** All that come while one waits, wait with it. */
function ask(door: string, urgent: boolean): Promise<boolean> {
  if (request?.postponed && !urgent) return Promise.resolve(false);
  waiting ??= new Promise((resolve) => {
    tell = resolve;
  });
  change({ door: request?.door ?? door, urgent: urgent || request?.urgent === true, postponed: false });
  return waiting;
}

/** Says how it ended, and sends or refuses whatever waits. */
export function endSignInRequest(end: SignInEnd): void {
  tell?.(end === 'signed-in');
  waiting = undefined;
  change(request && end === 'postponed' ? { ...request, urgent: false, postponed: true } : undefined);
}

/** Asks once more, because somebody wants to sign in now. */
export function resumeSignInRequest(): void {
  if (request) change({ ...request, urgent: true, postponed: false });
}

async function unlessAborted(answer: Promise<boolean>, signal: AbortSignal | undefined): Promise<boolean> {
  const aborted = new Promise<boolean>((resolve) => {
    signal?.addEventListener('abort', () => resolve(false), { once: true });
  });
  signal?.throwIfAborted();
  const signedIn = await Promise.race([answer, aborted]);
  signal?.throwIfAborted();
  return signedIn;
}

function change(next: SignInRequest | undefined): void {
  request = next;
  listeners.announce();
}

/** What waits for a sign-in. */
export function readSignInRequest(): SignInRequest | undefined {
  return request;
}

/** Whoever follows the requests answers for asking. */
export const subscribeToSignIn = listeners.subscribe;
