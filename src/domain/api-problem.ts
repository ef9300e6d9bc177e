interface Problem {
  /** `sign-in`: a sign-in page answered in place of the API, so the request did not reach it. */
  readonly kind: 'http' | 'network' | 'timeout' | 'contract' | 'sign-in';
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** The server's own message; may be empty. */
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** Who answered, if the form of the answer shows it; unknown for anything in between. */
  readonly answeredBy?: 'ai-core' | 'gateway' | undefined;
}

/** Every failed call in one form, as it is thrown and as the views show it. Never contains a body or headers. */
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

/** Converts a thrown value to an ApiError: our own errors stay as they are, anything else is a broken contract. */
export function toApiError(error: unknown): ApiError {
  // Any other error is a fault in our own reading, and its message is not meant for users.
  return error instanceof ApiError ? error : new ApiError({ kind: 'contract', message: '' });
}

/**
 * The outcome of a write without a successful answer: `refused` by the answer itself; or, after the answer was lost and
 * the tenant was asked, `not-done`, `repeatable` (unknown, but sending it again does no harm) or `unknown`.
 */
export type WriteOutcome = 'refused' | 'not-done' | 'repeatable' | 'unknown';

/** Whether a write that failed like this may have taken effect. */
export function mayHaveTakenEffect({ kind, status, code }: ApiError): boolean {
  if (kind !== 'http') return kind !== 'sign-in';
  // With these two codes, nothing was sent.
  if (code === 'UpstreamUnreachable' || code === 'TokenRequestFailed') return false;
  return status === 408 || status === 502 || status === 504;
}

/** Whether the outcome of a write that failed like this is unknown: its answer was lost, or the server failed. */
export function leavesOutcomeOpen(error: ApiError): boolean {
  const { status = 0 } = error;
  // The store may have saved the data before its answer was lost.
  const isOpen = (status >= 500 && status < 502) || error.code === 'StoreUnavailable';
  return mayHaveTakenEffect(error) || (error.kind === 'http' && isOpen);
}

/** Whether AI Core itself says that the object does not exist. A 404 from anything in front of it proves nothing. */
export function saysAbsent({ status, answeredBy }: ApiError): boolean {
  return status === 404 && answeredBy === 'ai-core';
}
