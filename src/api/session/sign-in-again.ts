import { ApiError } from '../../domain/api-problem.ts';
import { Listeners } from '../../domain/listeners.ts';

/** Calls that were answered by a sign-in page and wait until the user has signed in again. */
export interface SignInRequest {
  /** A path of this origin that only a signed-in user can read. */
  readonly door: string;
  /** The user has just asked for one of them, so the question may appear at once. */
  readonly urgent: boolean;
  /** The user has postponed signing in: background reads do not ask again. */
  readonly postponed: boolean;
}

/** `other`: somebody else has signed in, in whose name nothing may continue. */
export type SignInEnd = 'signed-in' | 'postponed' | 'other';

let request: SignInRequest | undefined;
/** What they wait for, and a way to observe it. */
let waiting: Promise<boolean> | undefined;
let tell: ((signedIn: boolean) => void) | undefined;
const listeners = new Listeners();

interface GuardedCall {
  readonly door: string;
  readonly urgent: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a call, and once more after the user has signed in again: a call answered by a sign-in page has had no effect.
 * If nobody can be asked, or they decline, it fails as it did.
 */
export async function sendSignedIn<T>(
  call: () => Promise<T>,
  { door, urgent, signal }: GuardedCall,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'sign-in')) throw error;
    // Signing in does not help elsewhere: no cookie is sent to another origin.
    if (listeners.isEmpty || !door.startsWith('/')) throw error;
    if (!(await unlessAborted(ask(door, urgent), signal))) throw error;
    return call();
  }
}

/** Calls that arrive while one waits, wait with it. */
function ask(door: string, urgent: boolean): Promise<boolean> {
  if (request?.postponed && !urgent) return Promise.resolve(false);
  waiting ??= new Promise((resolve) => {
    tell = resolve;
  });
  change({ door: request?.door ?? door, urgent: urgent || request?.urgent === true, postponed: false });
  return waiting;
}

/** Ends the request, and sends or rejects whatever waits. */
export function endSignInRequest(end: SignInEnd): void {
  tell?.(end === 'signed-in');
  waiting = undefined;
  change(request && end === 'postponed' ? { ...request, urgent: false, postponed: true } : undefined);
}

/** Asks again, because the user wants to sign in now. */
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

/** The pending sign-in request. */
export function readSignInRequest(): SignInRequest | undefined {
  return request;
}

/** Whoever subscribes is responsible for asking the user. */
export const subscribeToSignIn = listeners.subscribe;
