import { describe, expect, it } from 'vitest';
import { checkObjectStoreName, objectStoreName } from './object-store-name.ts';

const documented = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

describe('checkObjectStoreName', () => {
  it.each([
    ['default', undefined],
    ['a', undefined],
    ['team-a.images', undefined],
    ['a'.repeat(233), undefined],
    ['', { code: 'empty' }],
    ['a'.repeat(234), { code: 'too-long', length: 234, maxLength: 233 }],
    ['Default', { code: 'bad-character', character: 'D' }],
    ['team_a', { code: 'bad-character', character: '_' }],
    ['-a', { code: 'bad-edge' }],
    ['a.', { code: 'bad-edge' }],
    ['a..b', { code: 'bad-sequence' }],
    ['a-.b', { code: 'bad-sequence' }],
  ])('%s', (name, problem) => {
    expect(checkObjectStoreName(name)).toEqual(problem);
  });

  it('accepts what the API documents, and nothing else', () => {
    const alphabet = ['a', '0', '.', '-', 'A'];
    const words = (length: number): string[] =>
      length === 0 ? [''] : words(length - 1).flatMap((word) => alphabet.map((letter) => word + letter));
    const differing = [0, 1, 2, 3, 4, 5]
      .flatMap(words)
      .filter((name) => (checkObjectStoreName(name) === undefined) !== documented.test(name));
    expect(differing).toEqual([]);
  });
});

it.each([
  ['default-object-store-secret', 'default'],
  ['default', 'default'],
])('%s is the object store %s', (answered, name) => {
  expect(objectStoreName(answered)).toBe(name);
});
