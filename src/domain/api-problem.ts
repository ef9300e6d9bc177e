interface Problem {
  /** `sign-in`: a sign-in page answered in place of the API, so nothing reached it. */
  readonly kind: 'http' | 'network' | 'timeout' | 'contract' | 'sign-in';
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** The server's own sentence; empty where there is none. */
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** Whose answer it is, where its form tells; whatever stands in between has none that is known. */
  readonly answeredBy?: 'ai-core' | 'gateway' | undefined;
}

/** Every failed call, in one shape, as it is thrown and as the views show it. Never carries a body or headers. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: Problem['kind'];
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly answeredBy: 'ai-core' | 'gateway' | undefined;

  constructor(problem: Problem) {
    super(problem.message);
    this.kind = problem.kind;
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.retryAfterSeconds = problem.retryAfterSeconds;
    this.answeredBy = problem.answeredBy;
  }
}

/** What any thrown value means to a view: our own errors as they are, all else as a broken contract. */
export function toApiError(error: unknown): ApiError {
  // Any other error is a fault of our own reading, and its text is not for the screen.
  return error instanceof ApiError ? error : new ApiError({ kind: 'contract', message: '' });
}

/**
 * What became of a write without a good answer: `refused` by the answer itself, or, after the answer was lost and
 * the tenant was asked, `not-done`, `repeatable` (it cannot be told, and sending it again does no harm) or `unknown`.
 */
export type WriteOutcome = 'refused' | 'not-done' | 'repeatable' | 'unknown';

/** Whether a write that failed so may have taken effect all the same. */
export function mayHaveTakenEffect({ kind, status, code }: ApiError): boolean {
  if (kind !== 'http') return kind !== 'sign-in';
  // These two promise that nothing was sent.
  if (code === 'UpstreamUnreachable' || code === 'TokenRequestFailed') return false;
  return status === 408 || status === 502 || status === 504;
}

/** Whether it is open what became of a write that failed so: its answer was lost, or the server failed over it. */
export function leavesOutcomeOpen(error: ApiError): boolean {
  const { status = 0 } = error;
  // The store can have taken what it was told, and its answer is lost.
  const isOpen = (status >= 500 && status < 502) || error.code === 'StoreUnavailable';
  return mayHaveTakenEffect(error) || (error.kind === 'http' && isOpen);
}

/** Whether AI Core itself says that there is no such thing. A 404 of anything in front of it proves nothing. */
export function saysAbsent({ status, answeredBy }: ApiError): boolean {
  return status === 404 && answeredBy === 'ai-core';
}
