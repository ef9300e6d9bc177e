import { describe, expect, it } from 'vitest';
import { inventedJwt } from './fixtures/invented-tokens.ts';
import { isCredentialUsername, knownRegistries } from './username-credential.ts';

const digitalOcean = 'registry.digitalocean.com';

describe('isCredentialUsername', () => {
  it.each([
    ['ghcr.io', 'ghp_invented', 'other'],
    ['ghcr.io', 'same', 'same'],
    [digitalOcean, 'dop_v1_invented', 'dop_v1_corrected'],
    // Not even the form of a token, but this registry's username is its token.
    [digitalOcean, 'opaque', 'corrected'],
    ['registry.example.com', inventedJwt({}), 'other'],
    ['registry.example.com', 'a1'.repeat(20), 'other'],
  ])('%s %#', (host, username, password) => {
    expect(isCredentialUsername({ host, username, password })).toBe(true);
  });

  it.each([
    ['ghcr.io', 'octocat'],
    ['contoso.azurecr.io', '11111111-2222-3333-4444-555555555555'],
    ['harbor.example.com', 'robot$my-project+puller'],
    ['registry.redhat.io', '12345678|uhc-1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f'],
    ['nvcr.io', '$oauthtoken'],
    ['gcr.io', '_json_key'],
    ['fra.ocir.io', 'my-namespace/oracleidentitycloudservice/jane@example.com'],
    ['ghcr.io', ''],
  ])('%s %s is a name', (host, username) => {
    expect(isCredentialUsername({ host, username, password: 'not-real' })).toBe(false);
  });
});

it('remembers names only, and no password', () => {
  const known = knownRegistries([
    { host: 'ghcr.io', username: 'octo', password: 'not-real' },
    { host: 'quay.io', username: 'ghp_invented', password: 'not-real' },
  ]);
  expect(known).toEqual([{ host: 'ghcr.io', username: 'octo' }, { host: 'quay.io' }]);
});
