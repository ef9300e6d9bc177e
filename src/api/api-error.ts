import type { ApiProblem } from '../domain/api-problem.ts';

/** Every failed call, in one shape. Never carries a request's body or headers. */
export class ApiError extends Error implements ApiProblem {
  override readonly name = 'ApiError';
  readonly kind: ApiProblem['kind'];
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ApiProblem) {
    super(problem.message);
    this.kind = problem.kind;
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

/** What any thrown value means to a view: our own errors as they are, all else as a broken contract. */
export function toApiProblem(error: unknown): ApiProblem {
  return error instanceof ApiError ? error : { kind: 'contract', message: '' };
}
