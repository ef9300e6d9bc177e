import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inventedJwt } from '../token/fixtures/invented-tokens.ts';
import { gitHostKind } from './git-host.ts';
import { inspectGitToken } from './git-token-hints.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const recognised = (kind: string): object => ({ code: 'kind-recognised', severity: 'info', kind });
const warn = (code: string, facts: object): object => ({ code, severity: 'warning', ...facts });
const azureToken = 'abcdefghijklmnopqrstuvwxyz'.repeat(2);

test.each([
  ['github.com', 'github'],
  ['GitHub.com.', 'github'],
  ['github.example.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['my-gitlab.example.com', 'gitlab'],
  ['bitbucket.org', 'bitbucket'],
  ['dev.azure.com', 'azure-devops'],
  ['ssh.dev.azure.com', 'azure-devops'],
  ['org.visualstudio.com', 'azure-devops'],
  ['git.example.com', 'unknown'],
  ['notgithub.example.com', 'unknown'],
  ['', 'unknown'],
])('gitHostKind(%j) is %s', (host, kind) => {
  expect(gitHostKind(host)).toBe(kind);
});

describe('inspectGitToken', () => {
  it.each([
    ['github.com', 'ghp_invented', [recognised('github-classic')]],
    ['https://github.com/org/repo', 'github_pat_invented', [recognised('github-fine-grained')]],
    [
      'github.com',
      'gho_invented',
      [warn('discouraged', { kind: 'github-oauth', betterKind: 'github-fine-grained' })],
    ],
    [
      'github.com',
      'ghs_invented',
      [warn('short-lived', { kind: 'github-app-installation', hours: 1, betterKind: 'github-fine-grained' })],
    ],
    [
      'github.com',
      'glpat-invented',
      [warn('other-issuer', { kind: 'gitlab-access', issuer: 'gitlab', betterKind: 'github-fine-grained' })],
    ],
    ['https://gitlab.com/group/repo.git', 'glpat-invented', [recognised('gitlab-access')]],
    ['gitlab.com', 'gldt-invented', [recognised('gitlab-deploy')]],
    [
      'gitlab.com',
      'glcbt-invented',
      [warn('short-lived', { kind: 'gitlab-ci-job', hours: 1, betterKind: 'gitlab-access' })],
    ],
    [
      'gitlab.com',
      'gloas-invented',
      [warn('not-accepted', { kind: 'gitlab-not-for-login', betterKind: 'gitlab-access' })],
    ],
    [
      'gitlab.com',
      'github_pat_invented',
      [warn('other-issuer', { kind: 'github-fine-grained', issuer: 'github', betterKind: 'gitlab-access' })],
    ],
    [
      'bitbucket.org',
      'ATBBinvented',
      [warn('discouraged', { kind: 'bitbucket-app-password', betterKind: 'bitbucket-access' })],
    ],
    ['bitbucket.org', 'ATCTT3xInvented', [recognised('bitbucket-access')]],
    ['bitbucket.example.com', 'BBDC-invented', [recognised('bitbucket-data-center')]],
    [
      'bitbucket.example.com',
      'glpat-invented',
      [
        warn('other-issuer', {
          kind: 'gitlab-access',
          issuer: 'gitlab',
          betterKind: 'bitbucket-data-center',
        }),
      ],
    ],
    ['dev.azure.com', azureToken, [recognised('azure-devops-access')]],
    ['dev.azure.com', `${'a1'.repeat(38)}AZDOabcd`, [recognised('azure-devops-access')]],
    ['github.com', azureToken, []],
    ['git@github.com:org/repo.git', 'ghp_invented', [recognised('github-classic')]],
    // A self-hosted product may be any of them, but never accepts a token of a registry or cloud.
    ['git.example.com:8443', 'ghp_invented', [recognised('github-classic')]],
    [
      'git.example.com',
      'dckr_pat_invented',
      [warn('other-issuer', { kind: 'docker-personal', issuer: 'docker-hub' })],
    ],
    ['git.example.com', 'hunter2', []],
    ['github.com', '', []],
  ])('%s %#', (host, token, findings) => {
    expect(inspectGitToken(token, { host, now })).toEqual(findings);
  });

  test('an expiry is reported', () => {
    const token = inventedJwt({ exp: now.getTime() / 1000 - 1 });
    expect(inspectGitToken(token, { host: 'git.example.com', now })).toEqual([
      warn('expired', { expiresAt: '2026-11-21T11:59:59.000Z' }),
    ]);
  });

  test('no finding holds a part of the token, and nothing throws', () => {
    const start = fc.constantFrom('', 'ghp_', 'glpat-', 'ATBB', 'dckr_pat_');
    fc.assert(
      fc.property(start, fc.stringMatching(/^[A-Z0-9]{12,80}$/), fc.string(), (prefix, body, host) => {
        expect(JSON.stringify(inspectGitToken(`${prefix}${body}`, { host, now }))).not.toContain(body);
      }),
    );
  });
});
