import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../domain/api-problem.ts';

const attempts = 3;

/** Reads are repeated only where another try can help: no answer, or the server's own passing trouble. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= attempts - 1 || !(error instanceof ApiError)) return false;
  if (error.kind === 'network') return true;
  return error.kind === 'http' && (error.status === 429 || error.status === 503);
}

export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfterSeconds : undefined;
  return asked === undefined ? 500 * 2 ** failures : Math.min(asked, 10) * 1000;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, retryDelay, staleTime: 10_000 },
  },
});
