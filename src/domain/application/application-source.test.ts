import { describe, expect, it, test } from 'vitest';
import {
  checkPath,
  checkRepositoryChoice,
  checkRevision,
  findTwins,
  formatFolder,
  isSameSource,
} from './application-source.ts';

describe('checkPath', () => {
  it.each([
    ['workflows', undefined],
    ['a/b_c-1.x', undefined],
    ['.', undefined],
    [' workflows ', undefined],
    ['a'.repeat(63), undefined],
    ['', { code: 'empty' }],
    ['  ', { code: 'empty' }],
    ['a'.repeat(64), { code: 'too-long' }],
    ['/workflows/', { code: 'absolute', suggestion: 'workflows' }],
    ['/', { code: 'absolute' }],
    ['/workflows/a.yaml', { code: 'absolute', suggestion: 'workflows' }],
    [`/${'a'.repeat(64)}`, { code: 'absolute' }],
    ['a\\b', { code: 'backslash', suggestion: 'a/b' }],
    ['../other', { code: 'outside' }],
    ['a..b', undefined],
    ['a/b.yaml', { code: 'file', suggestion: 'a' }],
    ['b.YML', { code: 'file' }],
    ['https://github.com/team/repo/tree/main/a/b?x=1', { code: 'url', suggestion: 'a/b' }],
    ['https://github.com/team/repo', { code: 'url' }],
  ])('for %j: %j', (path, problem) => {
    expect(checkPath(path)).toEqual(problem);
  });
});

test.each([
  ['HEAD', undefined],
  ['release/1.0', undefined],
  ['', 'empty'],
  [' ', 'empty'],
  ['my branch', 'white-space'],
])('checkRevision(%j): %s', (revision, code) => {
  expect(checkRevision(revision)?.code).toBe(code);
});

describe('checkRepositoryChoice', () => {
  const registered = ['https://github.com/team/Repo', ''];
  it.each([
    ['https://github.com/team/Repo', registered, undefined],
    ['https://github.com/team/repo', registered, { code: 'other-spelling', suggestion: registered[0] }],
    ['https://github.com/team/Repo.git', registered, { code: 'other-spelling', suggestion: registered[0] }],
    ['https://github.com/team/other', registered, { code: 'not-registered' }],
    ['https://github.com/team/other', undefined, undefined],
    ['', undefined, { code: 'empty' }],
    ['', registered, { code: 'empty' }],
  ])('for %j among %j: %j', (url, known, problem) => {
    expect(checkRepositoryChoice(url, known)).toEqual(problem);
  });
});

test.each([
  ['workflows', 'main:/workflows'],
  ['./a/b/', 'main:/a/b'],
  ['.', 'main:/'],
])('formatFolder(%j): %s', (path, folder) => {
  expect(formatFolder({ revision: 'main', path })).toBe(folder);
});

describe('two applications', () => {
  const source = { repositoryUrl: 'https://github.com/team/repo', revision: 'main', path: 'a/b' };

  it.each([
    [source, true],
    [{ ...source, repositoryUrl: 'https://github.com/team/Repo.git' }, true],
    [{ ...source, path: './a/b/' }, true],
    [{ ...source, path: 'a/B' }, false],
    [{ ...source, revision: 'Main' }, false],
    [{ ...source, repositoryUrl: 'https://github.com/team/repo2' }, false],
  ])('with the same source: %j is %s', (other, same) => {
    expect(isSameSource(source, other)).toBe(same);
  });

  it('are found among all, and none is its own twin', () => {
    const all = [
      { name: 'one', ...source },
      { name: 'two', ...source },
      { name: 'three', ...source, path: 'c' },
    ];
    expect(findTwins(source, 'one', all).map(({ name }) => name)).toEqual(['two']);
    expect(findTwins(source, 'new', all).map(({ name }) => name)).toEqual(['one', 'two']);
  });
});
