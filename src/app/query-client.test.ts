import { describe, expect, it } from 'vitest';
import { ApiError } from '../domain/api-problem.ts';
import { retryDelay, shouldRetry } from './query-client.ts';

const error = (kind: ApiError['kind'], status?: number, retryAfterSeconds?: number) =>
  new ApiError({ kind, status, retryAfterSeconds, message: '' });

describe('shouldRetry', () => {
  it.each([
    { what: 'no answer', failures: 0, error: error('network'), retry: true },
    { what: '429', failures: 0, error: error('http', 429), retry: true },
    { what: '503', failures: 1, error: error('http', 503), retry: true },
    { what: 'patience of a few seconds', failures: 0, error: error('http', 429, 10), retry: true },
    { what: 'patience of minutes', failures: 0, error: error('http', 429, 11), retry: false },
    { what: 'the third failure', failures: 2, error: error('network'), retry: false },
    { what: '401', failures: 0, error: error('http', 401), retry: false },
    { what: '500', failures: 0, error: error('http', 500), retry: false },
    { what: 'an answer of another API', failures: 0, error: error('contract'), retry: false },
    { what: 'a fault of our own', failures: 0, error: new Error('ours'), retry: false },
  ])('$what: $retry', ({ failures, error: failure, retry }) => {
    expect(shouldRetry(failures, failure)).toBe(retry);
  });
});

describe('retryDelay', () => {
  it.each([
    { failures: 0, error: error('http', 429, 3), milliseconds: 3000 },
    { failures: 1, error: error('network'), milliseconds: 1000 },
  ])('waits $milliseconds ms', ({ failures, error: failure, milliseconds }) => {
    expect(retryDelay(failures, failure)).toBe(milliseconds);
  });
});
