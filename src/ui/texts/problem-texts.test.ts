import { describe, expect, test } from 'vitest';
import { ApiError } from '../../domain/api-problem.ts';
import { problemText as german } from './de/shared/problems.ts';
import { problemText as english } from './en/shared/problems.ts';

function refusal(
  status: number,
  code: string,
  answeredBy: 'ai-core' | 'gateway',
  retryAfterSeconds?: number,
) {
  return new ApiError({ kind: 'http', status, code, answeredBy, retryAfterSeconds, message: 'in its words' });
}

describe('what a gateway refused itself, it is told of, and not AI Core', () => {
  test.each([
    [400, 'BadRequest', 'The gateway rejected the request (400).'],
    [413, 'BodyTooLarge', 'The gateway rejected the request (413).'],
    [429, 'TooManyRequests', 'Too many requests to the gateway (429).'],
    [500, 'InternalError', 'The gateway failed (500).'],
    [503, 'AuditUnavailable', 'The gateway cannot write its audit log (503).'],
    [503, 'StoreUnavailable', 'The gateway cannot read or save its data (503).'],
    [503, 'SignInUnavailable', 'The gateway cannot check who you are (503).'],
  ])('%i %s', (status, code, title) => {
    const problem = refusal(status, code, 'gateway');
    expect(english(problem).title).toBe(title);
    expect(german(problem).title).not.toContain('AI Core');
  });

  test('what says no more than its status speaks for AI Core', () => {
    expect(english(refusal(503, 'UpstreamError', 'gateway')).title).toMatch(/^AI Core failed/);
    expect(english(refusal(400, '01', 'ai-core')).title).toMatch(/^AI Core rejected the request/);
  });

  test.each([
    [30, 'Try again in 30 seconds.'],
    [undefined, 'Wait a moment, then try again.'],
  ])('after a limit one reads how long to wait: %s', (seconds, advice) => {
    for (const answeredBy of ['gateway', 'ai-core'] as const) {
      expect(english(refusal(429, 'TooManyRequests', answeredBy, seconds)).advice).toBe(advice);
    }
  });
});
