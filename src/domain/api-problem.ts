/** A failed call as the views show it; `ApiError` has this shape. */
export interface ApiProblem {
  readonly kind: 'http' | 'network' | 'timeout' | 'contract';
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** The server's own sentence; empty where there is none. */
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}
