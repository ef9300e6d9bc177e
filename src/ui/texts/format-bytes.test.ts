import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [48_200, '48.2 kB'],
  [999_499, '999.5 kB'],
  [999_500, '1 MB'],
  [1_500_000, '1.5 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
