import { describe, expect, it } from 'vitest';
import { checkResourceGroupId } from './resource-group-id.ts';

const documented = /^[a-zA-Z0-9][a-zA-Z0-9.-]{1,251}[a-zA-Z0-9]$/;

describe('checkResourceGroupId', () => {
  it.each([
    ['default', undefined],
    ['Team-A.eu', undefined],
    ['a1b', undefined],
    ['a'.repeat(253), undefined],
    ['', { code: 'empty' }],
    ['ab', { code: 'too-short', minLength: 3 }],
    ['a'.repeat(254), { code: 'too-long', length: 254, maxLength: 253 }],
    ['team_a', { code: 'bad-character', character: '_' }],
    ['team a', { code: 'bad-character', character: ' ' }],
    ['-team', { code: 'bad-start', suggestion: 'team' }],
    ['.team-', { code: 'bad-start', suggestion: 'team' }],
    ['team.', { code: 'bad-end', suggestion: 'team' }],
    ['---', { code: 'bad-start', suggestion: '' }],
  ])('%s', (id, problem) => {
    expect(checkResourceGroupId(id)).toEqual(problem);
  });

  it('accepts what the API documents, and nothing else', () => {
    const alphabet = ['a', 'A', '0', '.', '-', '_'];
    const words = (length: number): string[] =>
      length === 0 ? [''] : words(length - 1).flatMap((word) => alphabet.map((letter) => word + letter));
    const differing = [0, 1, 2, 3, 4, 5]
      .flatMap(words)
      .filter((id) => (checkResourceGroupId(id) === undefined) !== documented.test(id));
    expect(differing).toEqual([]);
  });
});
