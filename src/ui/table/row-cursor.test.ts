import { expect, test } from 'vitest';
import { movedCursor, withRange } from './row-cursor.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 99, 99],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, -1],
  ['ArrowUp', -1, -1],
  ['PageDown', 95, 99],
  ['PageUp', 3, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  [' ', 50, undefined],
  ['Tab', 50, undefined],
  ['toString', 50, undefined],
])('%s from row %i of 100 leads to %s', (key, cursor, next) => {
  expect(movedCursor(key, cursor, 100)).toBe(next);
});

const rows = ['a', 'b', 'c', 'd', 'e'];
test.each([
  ['downwards', 'b', 'd', true, ['a', 'b', 'c', 'd']],
  ['upwards', 'd', 'b', true, ['a', 'b', 'c', 'd']],
  ['taken out', 'a', 'c', false, []],
  ['one row', 'e', 'e', true, ['a', 'e']],
  ['from a row that is filtered away', 'z', 'c', true, ['a', 'c']],
])('a range, %s', (_case, from, to, on, expected) => {
  expect([...withRange(new Set(['a']), rows, { from, to, on })].toSorted()).toEqual(expected);
});
