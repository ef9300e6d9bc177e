import { expect, test } from 'vitest';
import { ApiError } from '../../../../domain/api-problem.ts';
import { run } from './run.ts';

const failed = (retryAfterSeconds?: number) =>
  ({
    state: 'failed',
    why: 'refused',
    problem: new ApiError({ kind: 'http', status: 429, message: '', retryAfterSeconds }),
  }) as const;

test.each([
  [undefined, ''],
  [60, ''],
  [61, 'It asked to wait 61 seconds, and a run waits 60 seconds at most. Retry it later.'],
  [3_000_000, 'It asked to wait 35 days, and a run waits 60 seconds at most. Retry it later.'],
])('who asked for %s s of patience', (seconds, words) => {
  expect(run.outcome(failed(seconds))).toBe(words);
});
