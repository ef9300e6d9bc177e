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
  [61, 'AI Core asked to wait 61 seconds, but a run waits 60 seconds at most. Retry later.'],
  [3_000_000, 'AI Core asked to wait 35 days, but a run waits 60 seconds at most. Retry later.'],
])('who asked for %s s of patience', (seconds, words) => {
  expect(run.outcome(failed(seconds))).toBe(words);
});
