import { describe, expect, it } from 'vitest';
import { checkLabelKeyEnd, checkLabelValue, labelKeyEnd } from './resource-group-labels.ts';

const documented = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]){1,48}$/;

describe('the key of a label', () => {
  it.each([
    ['document-grounding', undefined],
    ['CDS_TENANT_ID', undefined],
    ['a'.repeat(48), undefined],
    ['', { code: 'empty' }],
    ['a'.repeat(49), { code: 'too-long', length: 49, maxLength: 48 }],
    ['team name', { code: 'bad-character', character: ' ' }],
    ['team/a', { code: 'bad-character', character: '/' }],
    ['-team', { code: 'bad-edge' }],
    ['team.', { code: 'bad-edge' }],
    ['stage', { code: 'taken' }],
  ])('%s', (end, problem) => {
    expect(checkLabelKeyEnd(end, ['stage'])).toEqual(problem);
  });

  it('is accepted exactly if the API accepts it', () => {
    const alphabet = ['a', '0', '.', '-', '_', '/'];
    const words = (length: number): string[] =>
      length === 0 ? [''] : words(length - 1).flatMap((word) => alphabet.map((letter) => word + letter));
    const differing = [0, 1, 2, 3, 4]
      .flatMap(words)
      .filter((end) => (checkLabelKeyEnd(end) === undefined) !== documented.test(end));
    expect(differing).toEqual([]);
  });

  it('is distinguished from the labels that AI Core sets itself', () => {
    expect(labelKeyEnd('ext.ai.sap.com/stage')).toBe('stage');
    expect(labelKeyEnd('internal.ai.sap.com/stage')).toBeUndefined();
  });
});

it('a value is not empty and has at most 5,000 characters', () => {
  expect(checkLabelValue('true')).toBeUndefined();
  expect(checkLabelValue('')).toEqual({ code: 'empty' });
  expect(checkLabelValue('a'.repeat(5001))).toEqual({ code: 'too-long', length: 5001, maxLength: 5000 });
});
