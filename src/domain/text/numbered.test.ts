import { expect, test } from 'vitest';
import { numbered } from './numbered.ts';

test('no two names are the same', () => {
  expect(numbered(['a', 'b', 'a', 'a', 'c'])).toEqual(['a', 'b', 'a (2)', 'a (3)', 'c']);
});
