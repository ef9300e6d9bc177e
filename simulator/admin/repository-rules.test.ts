import { expect, test } from 'vitest';
import { deriveRepositoryName, normalizeRepositoryUrl, syncOutcome } from './repository-rules.ts';

const sampleRepository = 'https://github.com/user/repo';

test.each([
  [sampleRepository, true],
  ['https://github.com/user/repo/', true],
  ['https://github.com/user/REPO/', true],
  ['https://GitHub.com/User/Repo', true],
  ['https://github.com/user/repo.git', true],
  ['https://github.com/user/repo.git/', true],
  ['https://github.com:443/user/repo', true],
  ['https://someone@github.com/user/repo', true],
  ['http://github.com/user/repo', false],
  ['https://github.com/user/repo2', false],
  ['https://github.com/other/repo', false],
  ['https://github.com:8443/user/repo', false],
])('%s is the same repository: %s', (url, same) => {
  expect(normalizeRepositoryUrl(url) === normalizeRepositoryUrl(sampleRepository)).toBe(same);
});

test.each([
  ['https://github.com/user/My_Repo.git', 'my-repo'],
  ['https://github.com/user/repo/', 'repo'],
  [`https://github.com/user/${'a'.repeat(60)}`, 'a'.repeat(51)],
])('%s gets the name %s', (url, name) => {
  expect(deriveRepositoryName(url)).toBe(name);
});

test.each([
  [sampleRepository, 'user', 'COMPLETED'],
  ['https://gitlab.com/team/repo', 'user', 'ERROR'],
  ['https://gitlab.com/team/repo/', 'user', 'ERROR'],
  ['https://gitlab.example.com/team/repo', 'user', 'ERROR'],
  ['https://gitlab.com/team/repo.git', 'user', 'COMPLETED'],
  ['https://gitlab.com/team/repo.git/', 'user', 'COMPLETED'],
  ['https://github.com/gitlab/repo', 'user', 'COMPLETED'],
  ['https://github.com/user/sync-error', 'user', 'ERROR'],
  [sampleRepository, 'Sync-Error', 'ERROR'],
] as const)('%s with user %s ends in %s', (url, username, outcome) => {
  expect(syncOutcome(url, username)).toBe(outcome);
});
