import { describe, expect, test } from 'vitest';
import { countReadsInProgress, nextReadDelay } from './repository-polling.ts';

const read = (before: Parameters<typeof countReadsInProgress>[0], ...statuses: string[]) =>
  countReadsInProgress(
    before,
    statuses.map((status, index) => ({ name: `repository-${index}`, status })),
  );
const counts = (items: { readsInProgress: number }[]) => items.map((item) => item.readsInProgress);

describe('countReadsInProgress', () => {
  test('counts from the first answer on, each item by itself', () => {
    const first = read(undefined, 'IN-PROGRESS', 'COMPLETED');
    expect(counts(first)).toEqual([1, 0]);
    const second = read(first, 'IN-PROGRESS', 'IN-PROGRESS');
    expect(counts(second)).toEqual([2, 1]);
  });

  test('begins again when an item has settled in between', () => {
    const settled = read(read(read(undefined, 'IN-PROGRESS'), 'IN-PROGRESS'), 'ERROR');
    expect(counts(settled)).toEqual([0]);
    expect(counts(read(settled, 'IN-PROGRESS'))).toEqual([1]);
  });
});

describe('nextReadDelay', () => {
  const cases = [
    { reads: undefined, failed: false, delay: false },
    { reads: [], failed: false, delay: false },
    { reads: [0, 0], failed: false, delay: false },
    { reads: [0, 0], failed: true, delay: false },
    { reads: [1], failed: false, delay: 1000 },
    { reads: [2], failed: false, delay: 2000 },
    { reads: [3, 0], failed: false, delay: 4000 },
    { reads: [5], failed: false, delay: 16_000 },
    { reads: [6], failed: false, delay: 30_000 },
    { reads: [4000], failed: false, delay: 30_000 },
    { reads: [6, 1], failed: false, delay: 1000 },
    { reads: [1], failed: true, delay: 30_000 },
  ] as const;
  for (const { reads, failed, delay } of cases) {
    test(`after ${JSON.stringify(reads)}${failed ? ', the last read failed' : ''}: ${delay}`, () => {
      expect(
        nextReadDelay(
          reads?.map((readsInProgress) => ({ readsInProgress })),
          failed,
        ),
      ).toBe(delay);
    });
  }
});
