interface Problem {
  readonly kind: 'http' | 'network' | 'timeout' | 'contract';
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** The server's own sentence; empty where there is none. */
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Every failed call, in one shape, as it is thrown and as the views show it. Never carries a body or headers. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: Problem['kind'];
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem) {
    super(problem.message);
    this.kind = problem.kind;
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

/** What any thrown value means to a view: our own errors as they are, all else as a broken contract. */
export function toApiError(error: unknown): ApiError {
  // Any other error is a fault of our own reading, and its text is not for the screen.
  return error instanceof ApiError ? error : new ApiError({ kind: 'contract', message: '' });
}
