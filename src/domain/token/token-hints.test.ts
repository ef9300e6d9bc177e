import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodeBase64 } from '../text/base64.ts';
import { inventedEcrPassword, inventedJwt, inventedKeyFile } from './fixtures/invented-tokens.ts';
import { inspectToken } from './token-hints.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The expiry of a token, as its seconds and as a finding's text. */
function end(milliseconds: number): { exp: number; expiresAt: string } {
  const date = new Date(now.getTime() + milliseconds);
  return { exp: date.getTime() / 1000, expiresAt: date.toISOString() };
}

const recognised = (kind: string): object => ({ code: 'kind-recognised', severity: 'info', kind });
const warn = (code: string, facts: object): object => ({ code, severity: 'warning', ...facts });
const ecrHost = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

describe('the kind of a token and its registry', () => {
  it.each([
    ['ghcr.io', 'ghp_invented', [recognised('github-classic')]],
    [
      'https://GHCR.io/org',
      'github_pat_invented',
      [warn('not-accepted', { kind: 'github-fine-grained', betterKind: 'github-classic' })],
    ],
    [
      'ghcr.io',
      'gho_invented',
      [warn('discouraged', { kind: 'github-oauth', betterKind: 'github-classic' })],
    ],
    [
      'ghcr.io',
      'ghs_invented',
      [warn('unsure', { kind: 'github-app-installation', betterKind: 'github-classic' })],
    ],
    ['ghcr.io', 'ghu_invented', [warn('unsure', { kind: 'github-app-user', betterKind: 'github-classic' })]],
    [
      'ghcr.io',
      'ghr_invented',
      [warn('not-accepted', { kind: 'github-refresh', betterKind: 'github-classic' })],
    ],
    [
      'ghcr.io',
      'glpat-invented',
      [warn('other-issuer', { kind: 'gitlab-access', issuer: 'gitlab', betterKind: 'github-classic' })],
    ],
    ['registry.gitlab.com', 'gldt-invented', [recognised('gitlab-deploy')]],
    ['gitlab.example.com:5050', 'glpat-invented', [recognised('gitlab-access')]],
    [
      'registry.gitlab.com',
      'glcbt-invented',
      [warn('short-lived', { kind: 'gitlab-ci-job', hours: 1, betterKind: 'gitlab-deploy' })],
    ],
    [
      'registry.gitlab.com',
      'glrt-invented',
      [warn('not-accepted', { kind: 'gitlab-not-for-login', betterKind: 'gitlab-deploy' })],
    ],
    ['https://index.docker.io', 'dckr_pat_invented', [recognised('docker-personal')]],
    ['https://index.docker.io', 'dckr_oat_invented', [recognised('docker-organisation')]],
    [
      'https://index.docker.io',
      'ghp_invented',
      [warn('other-issuer', { kind: 'github-classic', issuer: 'github', betterKind: 'docker-personal' })],
    ],
    ['nvcr.io', 'nvapi-invented', [recognised('nvidia-api-key')]],
    [
      'europe-west3-docker.pkg.dev',
      'ya29.invented',
      [warn('short-lived', { kind: 'google-access', hours: 1, betterKind: 'google-key-file' })],
    ],
    ['gcr.io', inventedKeyFile(), [recognised('google-key-file')]],
    [
      'ghcr.io',
      inventedKeyFile(),
      [warn('other-issuer', { kind: 'google-key-file', issuer: 'google', betterKind: 'github-classic' })],
    ],
    [
      'gcr.io',
      '{"type":"service_account"}',
      [
        warn('key-file-problem', { problem: { code: 'no-private-key' } }),
        warn('key-file-problem', { problem: { code: 'no-client-email' } }),
      ],
    ],
    ['gcr.io', 'hunter2', []],
    [ecrHost, 'hunter2', [warn('unexpected-form', { betterKind: 'ecr-password' })]],
    ['quay.io', 'docker login -u robot -p invented quay.io', [warn('whole-text', {})]],
    ['ghcr.io', '{ "auths": { "ghcr.io": {} } }', [warn('whole-text', {})]],
    ['ghcr.io', encodeBase64('{"auths":{}}'), [warn('whole-text', {})]],
    ['ghcr.io', 'apiVersion: v1 kind: Secret', [warn('whole-text', {})]],
    ['ghcr.io', 'docker-invented', []],
    [
      ecrHost,
      `AKIA${'X'.repeat(16)}`,
      [warn('not-accepted', { kind: 'aws-access-key-id', betterKind: 'ecr-password' })],
    ],
    [ecrHost, 'x'.repeat(2000), []],
    [ecrHost, inventedEcrPassword('soon'), [warn('short-lived', { kind: 'ecr-password', hours: 12 })]],
    [
      'mycompany.jfrog.io',
      `AKCp${'x'.repeat(60)}`,
      [warn('discouraged', { kind: 'jfrog-api-key', betterKind: 'jfrog-access' })],
    ],
    // Products without known forms: only tokens of other products are wrong there.
    ['quay.io', 'INVENTED', []],
    ['quay.io', 'ghp_invented', [warn('other-issuer', { kind: 'github-classic', issuer: 'github' })]],
    [
      'harbor.example.com',
      'glpat-invented',
      [warn('other-issuer', { kind: 'gitlab-access', issuer: 'gitlab' })],
    ],
    // A self-hosted product may be any of them, but not a cloud service.
    ['registry.example.com', 'glpat-invented', [recognised('gitlab-access')]],
    [
      'registry.example.com',
      'dckr_pat_invented',
      [warn('other-issuer', { kind: 'docker-personal', issuer: 'docker-hub' })],
    ],
    ['my-team.common.repositories.cloud.sap', 'cmVmdGtuOmludmVudGVk', [recognised('jfrog-access')]],
    ['registry.example.com', 'hunter2', []],
    ['ghcr.io', ' \n', []],
    ['', 'hunter2', []],
  ])('%s %#', (host, token, findings) => {
    expect(inspectToken(token, { host, now })).toEqual(findings);
  });
});

describe('the expiry of a token', () => {
  it.each([
    ['over', -1000, (expiresAt: string) => warn('expired', { expiresAt })],
    ['now', 0, (expiresAt: string) => warn('expired', { expiresAt })],
    ['in a minute', 60_000, (expiresAt: string) => warn('expires-in-hours', { expiresAt, hours: 1 })],
    ['in two days', 2 * dayMs, (expiresAt: string) => warn('expires-in-hours', { expiresAt, hours: 48 })],
    ['a second later', 2 * dayMs + 1000, (expiresAt: string) => warn('expires-on', { expiresAt, days: 2 })],
    ['almost 15 days', 15 * dayMs - 1000, (expiresAt: string) => warn('expires-on', { expiresAt, days: 14 })],
    [
      '15 days',
      15 * dayMs,
      (expiresAt: string) => ({ code: 'expires-on', severity: 'info', expiresAt, days: 15 }),
    ],
  ])('%s', (_name, milliseconds, expected) => {
    const { exp, expiresAt } = end(milliseconds);
    expect(inspectToken(inventedJwt({ exp }), { host: 'registry.redhat.io', now })).toEqual([
      expected(expiresAt),
    ]);
  });

  test('is missing in some JSON Web Tokens', () => {
    expect(inspectToken(inventedJwt({}), { host: 'registry.redhat.io', now })).toEqual([
      { code: 'no-expiry', severity: 'info' },
    ]);
  });

  test('of an Azure session comes with the kind to use instead', () => {
    const { exp, expiresAt } = end(3 * hourMs);
    const token = inventedJwt({ iss: 'Azure Container Registry', exp });
    expect(inspectToken(token, { host: 'contoso.azurecr.io', now })).toEqual([
      recognised('acr-refresh'),
      warn('expires-in-hours', { expiresAt, hours: 3, betterKind: 'acr-token-password' }),
    ]);
  });

  test('is not guessed from the username if it is known', () => {
    const { exp, expiresAt } = end(hourMs);
    const context = { host: 'gcr.io', now, username: 'oauth2accesstoken' };
    expect(inspectToken(inventedJwt({ exp }), context)).toEqual([
      warn('expires-in-hours', { expiresAt, hours: 1, betterKind: 'google-key-file' }),
    ]);
  });

  test('of Amazon ECR is read from its password, for which there is no better kind', () => {
    const { exp, expiresAt } = end(12 * hourMs);
    expect(inspectToken(inventedEcrPassword(exp), { host: ecrHost, now, username: 'AWS' })).toEqual([
      recognised('ecr-password'),
      warn('expires-in-hours', { expiresAt, hours: 12 }),
    ]);
  });
});

describe('the username used with it', () => {
  const zeroes = '00000000-0000-0000-0000-000000000000';
  it.each([
    [
      'gcr.io',
      'oauth2accesstoken',
      'opaque',
      [warn('short-lived', { hours: 1, betterKind: 'google-key-file' })],
    ],
    [
      'contoso.azurecr.io',
      zeroes,
      'opaque',
      [warn('short-lived', { hours: 3, betterKind: 'acr-token-password' })],
    ],
    ['contoso.azurecr.io', 'my-token', 'opaque', []],
    ['nvcr.io', 'oauthtoken', 'opaque', [warn('username-expected', { expected: '$oauthtoken' })]],
    ['ghcr.io', 'jane@example.com', 'opaque', [warn('username-is-email', {})]],
    ['https://index.docker.io', 'jane@example.com', 'opaque', [warn('username-is-email', {})]],
    ['contoso.jfrog.io', 'jane@example.com', 'opaque', []],
    ['nvcr.io', '$oauthtoken', 'opaque', []],
    ['de.icr.io', 'jane', 'opaque', [warn('username-expected', { expected: 'iamapikey' })]],
    ['rg.fr-par.scw.cloud', '', 'opaque', []],
    [
      'gcr.io',
      '_json_key',
      'opaque',
      [warn('key-file-problem', { problem: { code: 'not-json', line: 1, column: 1 } })],
    ],
    [
      'gcr.io',
      'jane',
      inventedKeyFile(),
      [recognised('google-key-file'), warn('username-expected', { expected: '_json_key' })],
    ],
    [
      'gcr.io',
      '_json_key',
      encodeBase64(inventedKeyFile()),
      [recognised('google-key-file'), warn('username-expected', { expected: '_json_key_base64' })],
    ],
    [
      'gcr.io',
      '_json_key',
      'ya29.invented',
      [
        warn('short-lived', { kind: 'google-access', hours: 1, betterKind: 'google-key-file' }),
        warn('username-expected', { expected: 'oauth2accesstoken' }),
      ],
    ],
    [
      'contoso.azurecr.io',
      'jane',
      inventedJwt({ iss: 'Azure Container Registry' }),
      [
        warn('short-lived', { kind: 'acr-refresh', hours: 3, betterKind: 'acr-token-password' }),
        { code: 'no-expiry', severity: 'info' },
        warn('username-expected', { expected: zeroes }),
      ],
    ],
  ])('%s %s %#', (host, username, token, findings) => {
    expect(inspectToken(token, { host, now, username })).toEqual(findings);
  });
});

test('no finding holds a part of the token, and nothing throws', () => {
  const prefix = fc.constantFrom(
    '',
    'ghp_',
    'github_pat_',
    'gho_',
    'ghs_',
    'glpat-',
    'glcbt-',
    'ya29.',
    'dckr_pat_',
    'nvapi-',
  );
  const secret = fc.stringMatching(/^[A-Z0-9]{12,60}$/);
  const host = fc.oneof(
    fc.constantFrom('ghcr.io', 'gcr.io', 'contoso.azurecr.io', ecrHost, 'registry.gitlab.com'),
    fc.string(),
  );
  fc.assert(
    fc.property(prefix, secret, host, fc.string(), (start, body, registryHost, junk) => {
      const texts = [
        `${start}${body}`,
        `{"type":"${body}"}`,
        `{"x":"${body}`,
        inventedJwt({ iss: body, sub: body }),
      ];
      const findings = texts.map((token) =>
        inspectToken(token, { host: registryHost, now, username: '_json_key' }),
      );
      expect(JSON.stringify(findings)).not.toContain(body);
      expect(inspectToken(junk, { host: registryHost, now, username: junk })).toBeInstanceOf(Array);
    }),
  );
});
