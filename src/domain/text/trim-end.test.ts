import { expect, test } from 'vitest';
import { trimEnd } from './trim-end.ts';

test.each([
  ['a//', 'a'],
  ['/a', '/a'],
  ['//', ''],
  ['', ''],
  ['a/b/', 'a/b'],
])('%j without slashes at its end is %j', (text, trimmed) => {
  expect(trimEnd(text, '/')).toBe(trimmed);
});

test('a run of a million in the middle is fast', () => {
  const text = `${'/'.repeat(1_000_000)}x`;
  expect(trimEnd(text, '/')).toBe(text);
});
