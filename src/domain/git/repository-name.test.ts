import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkRepositoryName, proposeRepositoryName } from './repository-name.ts';

describe('checkRepositoryName', () => {
  it.each([
    ['a', undefined],
    ['my-repo-1', undefined],
    ['-repo-', undefined],
    ['x'.repeat(51), undefined],
    ['', { code: 'empty' }],
    ['My_Repo', { code: 'bad-character', character: 'M', suggestion: 'my-repo' }],
    ['my.repo', { code: 'bad-character', character: '.', suggestion: 'my-repo' }],
    ['repo 🦊', { code: 'bad-character', character: ' ', suggestion: 'repo' }],
    ['🦊', { code: 'bad-character', character: '🦊' }],
    ['x'.repeat(52), { code: 'too-long', length: 52, maxLength: 51, suggestion: 'x'.repeat(51) }],
  ])('%j', (name, problem) => {
    expect(checkRepositoryName(name)).toEqual(problem);
  });
});

describe('proposeRepositoryName', () => {
  it.each([
    ['https://github.com/Org/My_Repo.git', 'my-repo'],
    ['https://github.com/org/repo/', 'repo'],
    ['git@gitlab.com:group/sub/ml-pipelines.git', 'ml-pipelines'],
    ['https://dev.azure.com/org/My%20Project/_git/My%20Repo', 'my-repo'],
    ['https://github.com/org/Zoëy.github.io', 'zoey-github-io'],
    ['https://github.com/org/---', 'org'],
    [`https://github.com/org/${'ab-'.repeat(30)}`, 'ab-'.repeat(17).slice(0, 50)],
    ['https://git.example.com/100%', '100'],
    ['', 'repository'],
    ['///', 'repository'],
  ])('%j is %s', (url, name) => {
    expect(proposeRepositoryName(url)).toBe(name);
  });

  test('is a valid name whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const name = proposeRepositoryName(text);
        expect(name).toMatch(/^[a-z0-9-]+$/);
        expect(checkRepositoryName(name)).toBeUndefined();
        const suggestion = checkRepositoryName(text)?.suggestion;
        expect(checkRepositoryName(suggestion ?? name)).toBeUndefined();
      }),
    );
  });
});
