import { X509Certificate } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { isTenantId, parseServiceKey, parseServiceKeyText, tenantIdOfKey } from './service-key.ts';
import { buildTestKey } from '../testing/fake-upstream.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';

const key = buildTestKey('https://acme.authentication.example');
const authority = createTestAuthority();
const client = authority.issue('test-client');
const other = authority.issue('other-client');
afterAll(() => authority.remove());
const { clientsecret: _clientsecret, url: _url, ...rest } = key;
const x509 = {
  ...rest,
  certurl: 'https://acme.authentication.cert.example',
  certificate: client.cert,
  key: client.key,
};

const common = {
  clientId: 'test-client',
  apiUrl: 'https://acme.authentication.example',
  zone: 'acme',
  zoneId: 'acme-zone-id',
  appName: 'test-app',
};
const parsedKey = {
  ...common,
  credential: { secret: 'planted-client-secret' },
  tokenUrl: 'https://acme.authentication.example/oauth/token',
};
const parsedX509 = {
  ...common,
  credential: {
    certificate: client.cert.trim(),
    privateKey: client.key.trim(),
    expiresAt: new Date(new X509Certificate(client.cert).validTo).toISOString(),
  },
  tokenUrl: 'https://acme.authentication.cert.example/oauth/token',
};
const withApi = (url: string) => ({ ...key, serviceurls: { AI_API_URL: url } });

describe('parseServiceKey', () => {
  test.each([
    ['a client secret', key, parsedKey],
    ['a certificate, without url', x509, parsedX509],
    ['a certificate beside a url and an empty secret', { ...x509, url: 'x', clientsecret: null }, parsedX509],
    [
      'a chain of certificates: its first one counts',
      { ...x509, certificate: client.cert + authority.cert },
      {
        ...parsedX509,
        credential: { ...parsedX509.credential, certificate: (client.cert + authority.cert).trim() },
      },
    ],
    ['the command line’s wrapping', { credentials: key }, parsedKey],
    [
      'properties that are not needed',
      { ...key, sburl: 'https://x.example', tenantmode: 'shared' },
      parsedKey,
    ],
    [
      'line ends that were escaped twice',
      { ...x509, certificate: client.cert.replaceAll('\n', String.raw`\n`) },
      parsedX509,
    ],
    [
      'an API address with /v2',
      withApi('https://api.example/v2'),
      { ...parsedKey, apiUrl: 'https://api.example' },
    ],
    [
      'an API address with a path and slashes',
      withApi('https://api.example//proxied/ai/v2//'),
      { ...parsedKey, apiUrl: 'https://api.example/proxied/ai' },
    ],
    [
      'an API address that only looks like it',
      withApi('https://a.example/x-v2'),
      { ...parsedKey, apiUrl: 'https://a.example/x-v2' },
    ],
    ['a token address with its path', { ...key, url: `${key.url}/oauth/token/` }, parsedKey],
  ])('accepts %s', (_name, value, expected) => {
    expect(parseServiceKey(value)).toEqual({ ok: true, key: expected });
  });

  test.each([
    ['nothing', {}, 'clientid, url, serviceurls, clientsecret'],
    ['an empty secret', { ...key, clientsecret: '' }, 'clientsecret'],
    ['no API address', { ...key, serviceurls: {} }, 'serviceurls.AI_API_URL'],
    ['an address without scheme', { ...key, url: 'acme.authentication.example' }, 'url'],
    ['an address that is none', withApi('https://pla nted'), 'serviceurls.AI_API_URL'],
    ['another protocol', { ...key, url: 'ftp://planted' }, 'url'],
    ['an address with a password', { ...key, url: 'https://user:planted@a.example' }, 'url'],
    ['an address with a query', { ...key, url: 'https://a.example?planted' }, 'url'],
    ['a certificate that is none', { ...x509, certificate: 'planted' }, 'certificate'],
    ['a damaged certificate', { ...x509, certificate: client.cert.slice(0, 200) }, 'certificate'],
    ['a damaged key', { ...x509, key: client.key.slice(0, 60) }, 'key'],
    ['the key of another certificate', { ...x509, key: other.key }, 'key'],
    ['no address for the certificate', { ...x509, certurl: undefined }, 'certurl'],
    [
      'wrong types',
      { ...key, clientid: 5, url: [], serviceurls: 'x', appname: {} },
      'clientid, url, appname, serviceurls',
    ],
    [
      'wrong types for a certificate',
      { ...x509, certificate: 1, key: null, certurl: {} },
      'certurl, certificate, key',
    ],
  ])('names what is wrong with %s without showing it', (_name, value, names) => {
    const reason = `these properties are missing or wrong: ${names}`;
    expect(parseServiceKey(value)).toEqual({ ok: false, reason });
  });

  test.each([
    ['"planted"', 'it is not a JSON object'],
    ['[]', 'it is not a JSON object'],
    ['null', 'it is not a JSON object'],
    ['{"clientsecret":"planted', 'it is not valid JSON'],
    ['', 'it is not valid JSON'],
  ])('about the text %s it says: %s', (text, reason) => {
    expect(parseServiceKeyText(text)).toEqual({ ok: false, reason });
  });
});

describe('tenantIdOfKey', () => {
  test.each([
    [{}, 'acme'],
    [{ identityzone: undefined }, 'acme-zone-id'],
    [{ identityzone: undefined, identityzoneid: undefined }, 'test-app'],
    [{ identityzone: undefined, identityzoneid: undefined, appname: undefined }, 'aicore'],
    [{ identityzone: 'Acme Vision/EU' }, 'Acme-Vision-EU'],
    [{ identityzone: '../..' }, 'aicore'],
    [{ identityzone: 'x'.repeat(100) }, 'x'.repeat(63)],
  ])('with %o it is %s', (changes, id) => {
    const result = parseServiceKey({ ...key, ...changes });
    expect(result.ok && tenantIdOfKey(result.key)).toBe(id);
    expect(isTenantId(id)).toBe(true);
  });
});

test.each(['', '.hidden', '-a', 'a/b', 'a b', 'a%2f', 'x'.repeat(64)])('"%s" is not a tenant id', (text) => {
  expect(isTenantId(text)).toBe(false);
});
