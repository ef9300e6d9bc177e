import { describe, expect, test } from 'vitest';
import { isTenantId, parseServiceKey, parseServiceKeyText, tenantIdOfKey } from './service-key.ts';
import { buildTestKey } from '../testing/fake-upstream.ts';

const key = buildTestKey('https://acme.authentication.example');
const { clientsecret: _clientsecret, ...withoutSecret } = key;
const x509 = {
  ...withoutSecret,
  certurl: 'https://acme.authentication.cert.example',
  certificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  key: '-----BEGIN RSA PRIVATE KEY-----\nplanted\n-----END RSA PRIVATE KEY-----\n',
};

describe('parseServiceKey', () => {
  test.each([
    ['a client secret', key, key],
    ['a certificate', x509, x509],
    ['the command line’s wrapping', { credentials: key }, key],
    ['properties that are not needed', { ...key, sburl: 'https://x.example', tenantmode: 'shared' }, key],
    [
      'line ends that were escaped twice',
      { ...x509, certificate: x509.certificate.replaceAll('\n', String.raw`\n`) },
      x509,
    ],
  ])('accepts %s', (_name, value, expected) => {
    expect(parseServiceKey(value)).toEqual({ ok: true, key: expected });
  });

  test.each([
    ['nothing', {}, 'clientid, url, serviceurls, clientsecret'],
    ['an empty secret', { ...key, clientsecret: '' }, 'clientsecret'],
    ['no API address', { ...key, serviceurls: {} }, 'serviceurls.AI_API_URL'],
    ['another protocol', { ...key, url: 'ftp://planted' }, 'url'],
    ['an address with a password', { ...key, url: 'https://user:planted@a.example' }, 'url'],
    ['a certificate that is none', { ...x509, certificate: 'planted' }, 'certificate'],
    ['no address for the certificate', { ...x509, certurl: undefined }, 'certurl'],
  ])('names what is wrong with %s, and shows nothing of it', (_name, value, names) => {
    const reason = `these properties are missing or wrong: ${names}`;
    expect(parseServiceKey(value)).toEqual({ ok: false, reason });
  });

  test.each([
    ['"planted"', 'it is not a JSON object'],
    ['[]', 'it is not a JSON object'],
    ['null', 'it is not a JSON object'],
    ['{"clientsecret":"planted', 'it is not valid JSON'],
    ['', 'it is not valid JSON'],
  ])('of the text %s it says: %s', (text, reason) => {
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

test.each(['', '.hidden', '-a', 'a/b', 'a b', 'a%2f', 'x'.repeat(64)])('"%s" is no tenant id', (text) => {
  expect(isTenantId(text)).toBe(false);
});
