import { describe, expect, it } from 'vitest';
import { checkApplicationName, proposeApplicationName } from './application-name.ts';

describe('checkApplicationName', () => {
  it.each([
    ['my-app', undefined],
    ['abc', undefined],
    ['a'.repeat(54), undefined],
    ['', { code: 'empty' }],
    ['ab', { code: 'too-short' }],
    ['a'.repeat(55), { code: 'too-long', length: 55, suggestion: 'a'.repeat(54) }],
    ['My App', { code: 'bad-character', character: 'M', suggestion: 'my-app' }],
    ['ä!', { code: 'bad-character', character: 'ä' }],
  ])('for %j: %j', (name, problem) => {
    expect(checkApplicationName(name)).toEqual(problem);
  });
});

describe('proposeApplicationName', () => {
  it.each([
    ['vision', 'pipelines/Training', [], 'vision-training'],
    ['vision', '', [], 'vision'],
    ['vision', '.', [], 'vision'],
    ['vision', 'training', ['vision-training', 'vision-training-2'], 'vision-training-3'],
    ['x', '', [], 'app-x'],
    ['', 'training', [], ''],
    ['a'.repeat(51), 'training', ['a'.repeat(51) + '-tr'], `${'a'.repeat(51)}-2`],
  ])('for %j and %j, with %j taken: %j', (repository, path, taken, name) => {
    expect(proposeApplicationName(repository, path, taken)).toBe(name);
  });
});
