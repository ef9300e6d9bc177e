import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkRepositoryUrl, repositoryIdentity } from './repository-url.ts';
import type { RepositoryUrlProblem } from './repository-url.ts';

type Code = RepositoryUrlProblem['code'];

describe('a URL that can be registered', () => {
  it.each([
    ['https://github.com/org/repo', 'https://github.com/org/repo'],
    ['https://github.com/org/repo.git', 'https://github.com/org/repo.git'],
    ['https://github.com/org/repo/', 'https://github.com/org/repo'],
    ['https://github.com//org//repo//', 'https://github.com/org/repo'],
    ['  https://github.com/org/repo\n', 'https://github.com/org/repo'],
    ['\uFEFFhttps://github.com/org/repo\u200B', 'https://github.com/org/repo'],
    ['HTTPS://GitHub.com/Org/Repo', 'https://github.com/Org/Repo'],
    ['https://github.com:443/org/repo', 'https://github.com/org/repo'],
    ['https://github.example.com/org/repo', 'https://github.example.com/org/repo'],
    ['https://github.com/org/tree', 'https://github.com/org/tree'],
    ['https://git@github.com/org/repo', 'https://github.com/org/repo'],
    ['https://gitlab.com/group/sub/repo.git', 'https://gitlab.com/group/sub/repo.git'],
    ['https://gitlab.example.com:8443/group/repo.git', 'https://gitlab.example.com:8443/group/repo.git'],
    ['https://bitbucket.org/team/repo.git', 'https://bitbucket.org/team/repo.git'],
    ['https://dev.azure.com/org/My%20Project/_git/repo', 'https://dev.azure.com/org/My%20Project/_git/repo'],
    ['https://org.visualstudio.com/project/_git/repo', 'https://org.visualstudio.com/project/_git/repo'],
    ['https://git.example.com/repo.git', 'https://git.example.com/repo.git'],
    ['https://git.example.com/a/b/c/d.git', 'https://git.example.com/a/b/c/d.git'],
    ['https://git.example.com/scm/p/repo.git', 'https://git.example.com/scm/p/repo.git'],
    ['https://git.example.com/team/tree', 'https://git.example.com/team/tree'],
    ['https://git.example.com/team/tree/tree', 'https://git.example.com/team/tree/tree'],
    ['https://git.example.com/-/repo', 'https://git.example.com/-/repo'],
  ])('%j', (text, url) => {
    expect(checkRepositoryUrl(text)).toEqual({ url, warnings: [] });
  });
});

describe('a URL with warnings', () => {
  const url = 'https://github.com/org/repo';
  it.each([
    ['https://github.com/org/repo?tab=readme', { url, warnings: [{ code: 'query-removed' }] }],
    ['https://github.com/org/repo#readme', { url, warnings: [{ code: 'fragment-removed' }] }],
    [
      'https://github.com/org/repo?a=1#b',
      { url, warnings: [{ code: 'query-removed' }, { code: 'fragment-removed' }] },
    ],
    [
      'https://jane:invented@github.com/org/repo',
      {
        url,
        credentials: { username: 'jane', password: 'invented' },
        warnings: [{ code: 'credentials-moved' }],
      },
    ],
    [
      'https://jane:a%3Ab%40c@github.com/org/repo',
      {
        url,
        credentials: { username: 'jane', password: 'a:b@c' },
        warnings: [{ code: 'credentials-moved' }],
      },
    ],
    [
      'https://jane:100%@github.com/org/repo',
      { url, credentials: { username: 'jane', password: '100%' }, warnings: [{ code: 'credentials-moved' }] },
    ],
    [
      'https://:invented@github.com/org/repo',
      { url, credentials: { username: '', password: 'invented' }, warnings: [{ code: 'credentials-moved' }] },
    ],
    [
      'https://jane@github.com/org/repo',
      { url, credentials: { username: 'jane', password: '' }, warnings: [{ code: 'username-moved' }] },
    ],
    [
      'https://ghp_invented:x-oauth-basic@github.com/org/repo',
      {
        url,
        credentials: { username: '', password: 'ghp_invented' },
        warnings: [{ code: 'credentials-moved' }],
      },
    ],
    [
      'https://ghp_invented:other@github.com/org/repo',
      {
        url,
        credentials: { username: 'ghp_invented', password: 'other' },
        warnings: [{ code: 'credentials-moved' }],
      },
    ],
    [
      'https://ghp_invented@github.com/org/repo',
      {
        url,
        credentials: { username: '', password: 'ghp_invented' },
        warnings: [{ code: 'credentials-moved' }],
      },
    ],
    [
      'https://org@dev.azure.com/org/project/_git/repo',
      {
        url: 'https://dev.azure.com/org/project/_git/repo',
        credentials: { username: 'org', password: '' },
        warnings: [{ code: 'username-moved' }],
      },
    ],
    [
      'https://gitlab.com/group/repo',
      {
        url: 'https://gitlab.com/group/repo',
        warnings: [{ code: 'gitlab-without-git-suffix', suggestion: 'https://gitlab.com/group/repo.git' }],
      },
    ],
    [
      'https://gitlab.example.com/group/sub/repo/',
      {
        url: 'https://gitlab.example.com/group/sub/repo',
        warnings: [
          { code: 'gitlab-without-git-suffix', suggestion: 'https://gitlab.example.com/group/sub/repo.git' },
        ],
      },
    ],
    [
      'https://git.corp/team/repo',
      { url: 'https://git.corp/team/repo', warnings: [{ code: 'unreachable-address', kind: 'local-name' }] },
    ],
    [
      'https://localhost:3000/team/repo',
      {
        url: 'https://localhost:3000/team/repo',
        warnings: [{ code: 'unreachable-address', kind: 'loopback' }],
      },
    ],
  ])('%#', (text, expected) => {
    expect(checkRepositoryUrl(text)).toEqual(expected);
  });
});

describe('text that cannot be registered', () => {
  const cases: readonly (readonly [string, Code, string?])[] = [
    ['', 'empty'],
    [' \t\n', 'empty'],
    [`https://github.com/org/${'x'.repeat(2048)}`, 'too-long'],
    ['http://github.com/org/repo', 'http', 'https://github.com/org/repo'],
    ['HTTP://github.com/org/repo', 'http', 'https://github.com/org/repo'],
    ['http://gitlab.com/group/repo', 'http', 'https://gitlab.com/group/repo.git'],
    ['http://', 'http'],
    ['git://github.com/org/repo.git', 'git-protocol', 'https://github.com/org/repo.git'],
    ['git@github.com:org/repo.git', 'ssh-form', 'https://github.com/org/repo.git'],
    ['git@gitlab.com:group/sub/repo.git', 'ssh-form', 'https://gitlab.com/group/sub/repo.git'],
    ['git@gitlab.com:group/repo', 'ssh-form', 'https://gitlab.com/group/repo.git'],
    ['github.com:org/repo.git', 'ssh-form', 'https://github.com/org/repo.git'],
    ['git@git.example.com:/team/repo.git', 'ssh-form', 'https://git.example.com/team/repo.git'],
    ['ssh://git@github.com/org/repo.git', 'ssh-form', 'https://github.com/org/repo.git'],
    ['ssh://git@git.example.com:7999/team/repo.git', 'ssh-form', 'https://git.example.com/scm/team/repo.git'],
    ['ssh://git@ssh.github.com:443/org/repo.git', 'ssh-form', 'https://github.com/org/repo.git'],
    ['git+ssh://git@github.com/org/repo.git', 'ssh-form', 'https://github.com/org/repo.git'],
    ['git@ssh.dev.azure.com:v3/org/project/repo', 'ssh-form', 'https://dev.azure.com/org/project/_git/repo'],
    ['git@altssh.bitbucket.org:team/repo.git', 'ssh-form', 'https://bitbucket.org/team/repo.git'],
    ['ssh://', 'ssh-form'],
    ['git@github.com:', 'no-scheme'],
    ['github.com/org/repo', 'no-scheme', 'https://github.com/org/repo'],
    ['git.example.com:8443/org/repo', 'no-scheme', 'https://git.example.com:8443/org/repo'],
    ['org/repo', 'no-host'],
    ['repo', 'no-host'],
    ['ftp://github.com/org/repo', 'bad-scheme'],
    ['javascript://github.com/%0Aalert(1)', 'bad-scheme'],
    ['file:///home/jane/repo', 'file-path'],
    ['/home/jane/repo', 'file-path'],
    ['./repo', 'file-path'],
    ['../repo', 'file-path'],
    ['~/repo', 'file-path'],
    ['C:\\repos\\repo', 'file-path'],
    ['\\\\server\\share\\repo', 'file-path'],
    ['git clone https://github.com/org/repo.git', 'clone-command', 'https://github.com/org/repo.git'],
    [
      'git clone --depth=1 "git@github.com:org/repo.git" dir',
      'clone-command',
      'https://github.com/org/repo.git',
    ],
    ['git remote add origin https://github.com/org/repo', 'clone-command', 'https://github.com/org/repo'],
    ['https://github.com/org/my repo', 'white-space', 'https://github.com/org/myrepo'],
    ['https://github.com/org/\nrepo', 'white-space', 'https://github.com/org/repo'],
    ['https:\\\\github.com\\org\\repo', 'malformed', 'https://github.com/org/repo'],
    ['https:/github.com/org/repo', 'malformed', 'https://github.com/org/repo'],
    ['http:github.com/org/repo', 'malformed', 'https://github.com/org/repo'],
    ['https://', 'malformed'],
    ['https://.../org/repo', 'malformed'],
    ['https://github.com:99999/org/repo', 'malformed'],
    ['https://git hub.com/org', 'white-space'],
    ['https://github.com', 'no-path'],
    ['https://git.example.com/', 'no-path'],
    ['https://github.com/org', 'owner-only'],
    ['https://gitlab.com/group/', 'owner-only'],
    ['https://github.com/org/repo/tree/main/src', 'page-inside-repository', 'https://github.com/org/repo'],
    [
      'https://github.com/org/repo/blob/main/README.md#L1',
      'page-inside-repository',
      'https://github.com/org/repo',
    ],
    ['https://github.com/org/repo/pull/7', 'page-inside-repository', 'https://github.com/org/repo'],
    ['https://github.com/org/repo/settings', 'page-inside-repository', 'https://github.com/org/repo'],
    ['https://github.com/org/repo.git/tree', 'page-inside-repository', 'https://github.com/org/repo.git'],
    [
      'https://gitlab.com/group/sub/repo/-/tree/main',
      'page-inside-repository',
      'https://gitlab.com/group/sub/repo.git',
    ],
    [
      'https://gitlab.com/group/repo/tree/main/src',
      'page-inside-repository',
      'https://gitlab.com/group/repo.git',
    ],
    [
      'https://git.example.com/group/repo/-/issues',
      'page-inside-repository',
      'https://git.example.com/group/repo',
    ],
    [
      'https://bitbucket.org/team/repo/src/main/',
      'page-inside-repository',
      'https://bitbucket.org/team/repo',
    ],
    [
      'https://bitbucket.example.com/projects/PRJ/repos/repo/browse',
      'page-inside-repository',
      'https://bitbucket.example.com/scm/prj/repo.git',
    ],
    [
      'https://dev.azure.com/org/project/_git/repo/branches',
      'page-inside-repository',
      'https://dev.azure.com/org/project/_git/repo',
    ],
    [
      'https://git.example.com/team/repo/blob/main/x',
      'page-inside-repository',
      'https://git.example.com/team/repo',
    ],
    ['http://github.com/org/repo/tree/main', 'http', 'https://github.com/org/repo'],
    ['github.com/org', 'no-scheme'],
  ];
  const outcomes = cases.map(([text, code, suggestion]) => ({
    text,
    problem: suggestion === undefined ? { code } : { code, suggestion },
  }));
  it.each(outcomes)('$text: $problem.code', ({ text, problem }) => {
    expect(checkRepositoryUrl(text)).toEqual({ problem, warnings: [] });
  });

  it.each([
    ['http://jane:invented@github.com/org/repo', 'http'],
    ['https://jane:invented@github.com/org/repo/tree/main', 'page-inside-repository'],
    ['git clone https://jane:invented@github.com/org/repo', 'clone-command'],
  ])('its credentials are moved too, never suggested: %#', (text, code) => {
    expect(checkRepositoryUrl(text)).toEqual({
      problem: { code, suggestion: 'https://github.com/org/repo' },
      warnings: [],
      credentials: { username: 'jane', password: 'invented' },
    });
  });
});

describe('repositoryIdentity', () => {
  const same = [
    'https://github.com/user/repo',
    'https://github.com/user/repo/',
    'https://github.com/user/REPO/',
    'https://github.com/user/repo.git',
    'https://GitHub.com/User/Repo.GIT/',
    'https://github.com//user/repo',
    'http://github.com/user/repo',
    'https://jane:invented@github.com/user/repo?x#y',
    'git@github.com:user/repo.git',
    'ssh://git@github.com/user/repo',
    ' https://github.com:443/user/repo ',
  ];
  it.each(same)('%# is the same repository as the others', (text) => {
    expect(repositoryIdentity(text)).toBe('github.com/user/repo');
  });
  it.each([
    ['https://github.com/user/repo2'],
    ['https://github.com/other/repo'],
    ['https://github.example.com/user/repo'],
    ['https://github.com:8443/user/repo'],
    ['https://github.com/user/repo.gitx'],
    ['User/Repo'],
    [''],
  ])('%j is another repository', (text) => {
    expect(repositoryIdentity(text)).not.toBe('github.com/user/repo');
  });
});

const urls = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({
    withQueryParameters: true,
    withFragments: true,
    validSchemes: ['http', 'https', 'ssh', 'git'],
  }),
  fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'git@', 'ssh://git@', 'git clone ', '', 'https://a:b@'),
      fc.constantFrom('github.com', 'gitlab.com', 'bitbucket.org', 'dev.azure.com', 'git.example.com'),
      fc.constantFrom('/', ':', ':22/', '\\', ' '),
      fc.array(
        fc.constantFrom('org', 'repo', 'repo.git', 'tree', '-', 'blob', '_git', 'v3', '', '..', '?', '#'),
        { maxLength: 6 },
      ),
    )
    .map(([start, host, separator, path]) => start + host + separator + path.join('/')),
);

test('whatever is entered: nothing throws, and every suggestion passes the check', () => {
  fc.assert(
    fc.property(urls, (text) => {
      const { url, problem, warnings } = checkRepositoryUrl(text);
      expect((url === undefined) !== (problem === undefined)).toBe(true);
      const suffixed = warnings.flatMap((warning) => ('suggestion' in warning ? [warning.suggestion] : []));
      const offered = [url, problem?.suggestion, ...suffixed].filter((offer) => offer !== undefined);
      for (const offer of offered) expect(checkRepositoryUrl(offer).url).toBe(offer);
      expect(repositoryIdentity(url ?? text)).toBe(repositoryIdentity(text));
      const registered = url ?? 'https://github.com/org/repo';
      expect(repositoryIdentity(`${registered.toUpperCase()}/`)).toBe(repositoryIdentity(registered));
    }),
    { numRuns: 1000 },
  );
});

test.each(['https:/', 'HTTPS:', 'https:\\\\', 'https:\\', 'https:// '])(
  'a password after %j counts as one',
  (start) => {
    expect(checkRepositoryUrl(`${start}jane:invented@github.com/org/repo`)).toMatchObject({
      problem: { suggestion: 'https://github.com/org/repo' },
      credentials: { username: 'jane', password: 'invented' },
    });
  },
);
