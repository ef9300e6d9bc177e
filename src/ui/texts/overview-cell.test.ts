import { expect, test } from 'vitest';
import { overview as german } from './de/overview.ts';
import { overview as english } from './en/overview.ts';

test.each([
  [0, 'Today', 'Heute'],
  [3, '3\u{a0}d', '3\u{a0}T.'],
])('a cell of the matrix whose secret ends in %i days', (days, en, de) => {
  expect(english.cell({ kind: 'soon', days })).toBe(en);
  expect(german.cell({ kind: 'soon', days })).toBe(de);
});
