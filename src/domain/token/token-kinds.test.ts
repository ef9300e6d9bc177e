import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodeBase64 } from '../text/base64.ts';
import { inventedEcrPassword, inventedJwt, inventedKeyFile } from './fixtures/invented-tokens.ts';
import { recogniseToken, tokenExpiry, tokenKinds } from './token-kinds.ts';

const samples: readonly (readonly [string, string | undefined])[] = [
  ['ghp_invented', 'github-classic'],
  ['github_pat_invented', 'github-fine-grained'],
  ['gho_invented', 'github-oauth'],
  ['ghu_invented', 'github-app-user'],
  ['ghs_invented', 'github-app-installation'],
  ['ghr_invented', 'github-refresh'],
  ['gldt-invented', 'gitlab-deploy'],
  ['glpat-invented', 'gitlab-access'],
  ['glcbt-64_invented', 'gitlab-ci-job'],
  ['glrt-invented', 'gitlab-not-for-login'],
  ['glptt-invented', 'gitlab-not-for-login'],
  ['gloas-invented', 'gitlab-not-for-login'],
  ['ATCTT3xInvented', 'bitbucket-access'],
  ['ATBBinvented', 'bitbucket-app-password'],
  ['BBDC-invented', 'bitbucket-data-center'],
  ['ATATT3xInvented', 'atlassian-api'],
  [`${'a1'.repeat(38)}AZDOabcd`, 'azure-devops-access'],
  ['dckr_pat_invented', 'docker-personal'],
  ['dckr_oat_invented', 'docker-organisation'],
  [inventedEcrPassword(1_900_000_000), 'ecr-password'],
  [encodeBase64(`AWS:${inventedEcrPassword(1_900_000_000)}`), 'ecr-encoded-login'],
  [`AKIA${'X'.repeat(16)}`, 'aws-access-key-id'],
  [`ASIA${'X'.repeat(16)}`, 'aws-access-key-id'],
  [inventedKeyFile(), 'google-key-file'],
  [encodeBase64(inventedKeyFile()), 'google-key-file'],
  ['ya29.invented', 'google-access'],
  [`AIza${'x'.repeat(35)}`, 'google-api-key'],
  [`abc8Q~${'x'.repeat(34)}`, 'entra-client-secret'],
  [inventedJwt({ iss: 'https://sts.windows.net/00000000/' }), 'entra-access'],
  [inventedJwt({ iss: 'https://login.microsoftonline.com/00000000/v2.0' }), 'entra-access'],
  [`${'x'.repeat(42)}+ACRxxxxxx`, 'acr-token-password'],
  [inventedJwt({ iss: 'Azure Container Registry' }), 'acr-refresh'],
  [inventedJwt({ iss: 'jfac@01invented' }), 'jfrog-access'],
  ['cmVmdGtuOmludmVudGVk', 'jfrog-access'],
  [`AKCp${'x'.repeat(60)}`, 'jfrog-api-key'],
  ['nvapi-invented', 'nvidia-api-key'],
  ['dop_v1_invented', 'digitalocean-api'],
  ['doo_v1_invented', 'digitalocean-oauth'],
  ['dor_v1_invented', 'digitalocean-refresh'],
  [`npm_${'invented'.repeat(4)}once`, 'npm-access'],
  ['glffct-invented', 'gitlab-not-for-login'],
  ['GR1348941invented', 'gitlab-not-for-login'],
  ['  ghp_invented\n', 'github-classic'],
  ['', undefined],
  ['hunter2', undefined],
  ['GHP_invented', undefined],
  ['my-ghp_invented', undefined],
  ['AKIA-not-a-key', undefined],
  [inventedJwt({ iss: 'https://iam.cloud.ibm.com/identity' }), 'ibm-iam-access'],
  [inventedJwt({ iss: 'https://issuer.example.com' }), undefined],
  [inventedJwt({}), undefined],
  [encodeBase64('{"payload":1}'), undefined],
  [encodeBase64('{"user":"AWS:x"}'), undefined],
  ['{"type":"authorized_user"}', undefined],
];

test.each(samples)('%#: recogniseToken', (token, kind) => {
  expect(recogniseToken(token)?.kind).toBe(kind);
});

test('every kind of the table has a sample, but for the one that its host tells', () => {
  expect(new Set(samples.map(([, kind]) => kind))).toEqual(
    new Set([undefined, ...tokenKinds.map(({ kind }) => kind).filter((kind) => kind !== 'entra-secret-id')]),
  );
});

describe('tokenExpiry', () => {
  it.each([
    ['a JSON Web Token', inventedJwt({ exp: 1_900_000_000 }), new Date(1_900_000_000_000)],
    ['a JSON Web Token without end', inventedJwt({}), undefined],
    ["Amazon ECR's password", inventedEcrPassword(1_900_000_000), new Date(1_900_000_000_000)],
    [
      "Amazon ECR's password with a line break",
      `${inventedEcrPassword(1_900_000_000)}\n`,
      new Date(1_900_000_000_000),
    ],
    ["Amazon ECR's password without a readable end", inventedEcrPassword('soon'), undefined],
    ['an opaque token', 'ghp_invented', undefined],
    ['nothing', '', undefined],
  ])('of %s', (_name, token, date) => {
    expect(tokenExpiry(token)).toEqual(date);
  });
});

test('no text makes them throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json()), (text) => {
      expect(tokenExpiry(text)).toBeUndefined();
      expect(tokenKinds).toContain(recogniseToken(`ghp_${text}`));
    }),
  );
});
