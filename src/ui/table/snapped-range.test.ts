import { expect, test } from 'vitest';
import { snappedRange, withIndex } from './snapped-range.ts';

test.each([
  ['at the beginning', 0, 9, 300, 0, 19],
  ['in the middle', 104, 113, 300, 90, 119],
  ['one further', 105, 114, 300, 100, 119],
  ['at the end', 290, 299, 300, 280, 299],
  ['all of a short list', 0, 4, 5, 0, 4],
])('%s', (_case, startIndex, endIndex, count, first, last) => {
  const range = snappedRange(10, 5)({ startIndex, endIndex, count, overscan: 0 });
  expect([range[0], range.at(-1), range.length]).toEqual([first, last, last - first + 1]);
});

test('of an empty list holds nothing', () => {
  expect(snappedRange(10, 5)({ startIndex: 0, endIndex: 0, count: 0, overscan: 0 })).toEqual([]);
});

test.each([
  ['before', 2, [2, 10, 11]],
  ['within', 11, [10, 11]],
  ['after', 40, [10, 11, 40]],
])('one more index, %s', (_where, index, expected) => {
  expect(withIndex([10, 11], index)).toEqual(expected);
});
