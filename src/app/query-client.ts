import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../domain/api-problem.ts';

const attempts = 3;
/** A longer wait is not repeated automatically: it is shown, and the user decides. */
const maxWaitSeconds = 10;

/** Reads are only repeated where another attempt can help soon: no answer, or a temporary problem of the server. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= attempts - 1 || !(error instanceof ApiError)) return false;
  const { kind, status, retryAfterSeconds = 0 } = error;
  if (kind !== 'http') return kind === 'network';
  return (status === 429 || status === 503) && retryAfterSeconds <= maxWaitSeconds;
}

export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfterSeconds : undefined;
  return asked === undefined ? 500 * 2 ** failures : asked * 1000;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, retryDelay, staleTime: 10_000 },
  },
});
