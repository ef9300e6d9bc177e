import { describe, expect, test } from 'vitest';
import { credentials } from '../ui/texts/en/credentials/credentials.ts';
import { repositoryForm } from '../ui/texts/en/repository-form.ts';
import {
  emptyRepository,
  findSameRepository,
  moveCredentials,
  proposeFreeName,
  repositoryFormSchema,
  toRepositoryBody,
  type RepositoryFormValues,
} from './repository-form-values.ts';

const taken = [
  { name: 'templates', url: 'https://github.com/team/templates' },
  { name: 'nowhere', url: '' },
];
const valid: RepositoryFormValues = {
  url: 'https://github.com/team/app',
  name: 'app',
  username: 'jo',
  accessToken: 'not-a-real-token',
};

function problemsOf(changes: Partial<RepositoryFormValues>, rotating = false): Record<string, string> {
  const schema = repositoryFormSchema({
    texts: repositoryForm,
    credentialTexts: credentials,
    taken,
    rotating,
  });
  const result = schema.safeParse({ ...valid, ...changes });
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

describe('repositoryFormSchema', () => {
  test('takes a whole repository', () => {
    expect(problemsOf({})).toEqual({});
  });

  const refusals: { changes: Partial<RepositoryFormValues>; field: string; says: string }[] = [
    { changes: { url: '' }, field: 'url', says: 'Enter the repository’s URL' },
    { changes: { url: 'git@github.com:team/app.git' }, field: 'url', says: 'ssh address' },
    { changes: { url: 'http://github.com/team/app' }, field: 'url', says: 'https:// instead' },
    { changes: { url: 'https://github.com/team' }, field: 'url', says: 'user or group' },
    { changes: { url: 'https://GITHUB.com/Team/Templates.git/' }, field: 'url', says: '“templates”' },
    { changes: { name: '' }, field: 'name', says: 'Enter a name' },
    { changes: { name: 'My_app' }, field: 'name', says: '“M” is not allowed' },
    { changes: { name: 'a'.repeat(52) }, field: 'name', says: 'at most 51 characters. This has 52' },
    { changes: { name: 'templates' }, field: 'name', says: 'already has a repository' },
    { changes: { username: ' ' }, field: 'username', says: 'Enter the username' },
    { changes: { username: 'jo:doe' }, field: 'username', says: 'cannot contain “:”' },
    { changes: { accessToken: '\n' }, field: 'accessToken', says: 'Enter the access token' },
  ];
  for (const { changes, field, says } of refusals) {
    test(`refuses ${JSON.stringify(changes)}`, () => {
      const problems = problemsOf(changes);
      expect(Object.keys(problems)).toEqual([field]);
      expect(problems[field]).toContain(says);
    });
  }

  test('takes name and URL as they are where only the credentials are new', () => {
    const existing = { name: 'templates', url: 'https://github.com/team/templates' };
    expect(problemsOf(existing, true)).toEqual({});
    expect(Object.keys(problemsOf({ ...existing, accessToken: '' }, true))).toEqual(['accessToken']);
  });

  test('keeps what was typed out of its issues', () => {
    const schema = repositoryFormSchema({
      texts: repositoryForm,
      credentialTexts: credentials,
      taken,
      rotating: false,
    });
    const result = schema.safeParse({
      ...valid,
      url: 'ftp://jo:not-a-real-token@host/app',
      username: 'a:not-a-real-token',
    });
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).not.toContain('not-a-real-token');
  });
});

test('toRepositoryBody sends the URL as AI Core wants it, and the rest as typed', () => {
  expect(
    toRepositoryBody({ ...valid, url: ' https://GitHub.com/Team/App/?tab=readme ', accessToken: ' t ' }),
  ).toEqual({
    name: 'app',
    url: 'https://github.com/Team/App',
    username: 'jo',
    password: ' t ',
  });
});

describe('findSameRepository', () => {
  const cases = [
    ['https://github.com/team/templates', 'templates'],
    ['https://github.com/TEAM/templates/', 'templates'],
    ['https://jo:not-a-real-token@github.com/team/templates.git', 'templates'],
    ['git@github.com:team/templates.git', 'templates'],
    ['https://github.com/team/templates-2', undefined],
    ['https://gitlab.com/team/templates', undefined],
    ['', undefined],
    [' ', undefined],
  ] as const;
  for (const [url, name] of cases) {
    test(`"${url}" is ${name ?? 'another one'}`, () => {
      expect(findSameRepository(url, taken)?.name).toBe(name);
    });
  }
});

describe('proposeFreeName', () => {
  const long = 'a'.repeat(51);
  const cases = [
    { url: 'https://github.com/team/App', names: [], name: 'app' },
    { url: 'https://github.com/team/app', names: ['app'], name: 'app-2' },
    { url: 'https://github.com/team/app', names: ['app', 'app-2', 'app-4'], name: 'app-3' },
    { url: `https://github.com/team/${long}`, names: [long], name: `${'a'.repeat(49)}-2` },
    { url: 'git@github.com:team/app.git', names: [], name: 'app' },
    { url: 'https://github.com/te', names: [], name: '' },
    { url: 'not a url', names: [], name: '' },
    { url: '', names: [], name: '' },
  ];
  for (const { url, names, name } of cases) {
    test(`proposes "${name}" for "${url}" beside ${JSON.stringify(names).slice(0, 40)}`, () => {
      expect(
        proposeFreeName(
          url,
          names.map((one) => ({ name: one, url: '' })),
        ),
      ).toBe(name);
    });
  }
});

describe('moveCredentials', () => {
  const cases = [
    { url: 'https://git.example.com/team/app', moved: undefined },
    { url: 'https://jo:secret-not-real@git.example.com', moved: undefined },
    {
      url: 'https://jo:not%20real@git.example.com/team/app/',
      moved: {
        url: 'https://git.example.com/team/app',
        username: 'jo',
        accessToken: 'not real',
        kept: false,
      },
    },
    {
      url: 'https://org@dev.azure.com/org/project/_git/app',
      moved: {
        url: 'https://dev.azure.com/org/project/_git/app',
        username: 'org',
        accessToken: '',
        kept: false,
      },
    },
    {
      url: 'https://ghp_notARealToken0123456789@github.com/team/app',
      moved: {
        url: 'https://github.com/team/app',
        username: '',
        accessToken: 'ghp_notARealToken0123456789',
        kept: false,
      },
    },
    {
      url: 'http://jo:not-real@github.com/team/app',
      moved: { url: 'http://github.com/team/app', username: 'jo', accessToken: 'not-real', kept: false },
    },
    {
      url: 'git clone https://jo:not-real@github.com/team/app',
      moved: {
        url: 'git clone https://github.com/team/app',
        username: 'jo',
        accessToken: 'not-real',
        kept: false,
      },
    },
  ];
  for (const { url, moved } of cases) {
    test(`out of ${url}`, () => {
      expect(moveCredentials({ ...emptyRepository, url })).toEqual(moved);
    });
  }

  test('keeps what the fields hold already, and says so', () => {
    const url = 'https://jo:other-not-real@git.example.com/team/app';
    expect(moveCredentials({ ...valid, url })).toEqual({
      url: 'https://git.example.com/team/app',
      username: 'jo',
      accessToken: 'not-a-real-token',
      kept: true,
    });
    const same = 'https://jo:not-a-real-token@git.example.com/team/app';
    expect(moveCredentials({ ...valid, url: same })?.kept).toBe(false);
  });
});
