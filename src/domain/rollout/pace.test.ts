import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterRefusal, afterSuccess, fullPace, nextStart, type Pace } from './pace.ts';

const refuse = (pace: Pace, startedAt: number, now: number, waitMs = 1000) =>
  afterRefusal(pace, { startedAt, now, waitMs });

describe('nextStart', () => {
  test('allows as many as the maximum, the first ones spread over 150 ms', () => {
    const starts = [0, 1, 2, 3, 4, 5, 6].map((underWay) => nextStart(fullPace(6, 1000), underWay));
    expect(starts).toEqual([1000, 1025, 1050, 1075, 1100, 1125, Number.POSITIVE_INFINITY]);
  });

  test('waits as long as the server asked, and spreads again', () => {
    const pace = refuse(fullPace(6, 0), 0, 100, 2000);
    const starts = [0, 1, 2, 3].map((underWay) => nextStart(pace, underWay));
    expect(starts).toEqual([2100, 2125, 2150, Number.POSITIVE_INFINITY]);
  });
});

describe('afterRefusal', () => {
  test('halves what is allowed at once, down to one', () => {
    let pace = fullPace(24, 0);
    const limits = [1, 2, 3, 4, 5, 6].map((second) => {
      pace = refuse(pace, second * 1000, second * 1000 + 150);
      return pace.limit;
    });
    expect(limits).toEqual([12, 6, 3, 1, 1, 1]);
  });

  test('counts the answers of one burst once, and keeps the longest wait', () => {
    const first = refuse(fullPace(6, 0), 0, 150, 1000);
    const second = refuse(first, 10, 160, 3000);
    expect(second.limit).toBe(3);
    expect(second.pausedUntil).toBe(3160);
    expect(refuse(second, 20, 170, 500).pausedUntil).toBe(3160);
  });
});

test('good answers raise the pace again, never above the maximum', () => {
  let pace = refuse(fullPace(6, 0), 0, 100);
  expect(pace.limit).toBe(3);
  for (let answers = 0; answers < 20; answers += 1) pace = afterSuccess(pace, 200);
  expect(pace.limit).toBe(6);
});

test('good answers to requests from before the refusal do not', () => {
  const pace = refuse(fullPace(6, 0), 0, 100);
  expect(afterSuccess(pace, 99)).toEqual(pace);
});

test('whatever happens, at least one and at most all may be under way', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 24 }),
      fc.array(fc.boolean(), { maxLength: 200 }),
      (most, answers) => {
        let pace = fullPace(most, 0);
        answers.forEach((good, now) => {
          pace = good ? afterSuccess(pace, now) : refuse(pace, now, now);
          expect(Math.floor(pace.limit)).toBeGreaterThanOrEqual(1);
          expect(pace.limit).toBeLessThanOrEqual(most);
        });
      },
    ),
  );
});
