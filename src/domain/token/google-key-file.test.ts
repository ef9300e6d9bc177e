import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodeBase64 } from '../text/base64.ts';
import { checkGoogleKeyFile } from './google-key-file.ts';

const keyFile = {
  type: 'service_account',
  project_id: 'invented-project',
  private_key_id: '0123',
  private_key: '-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n',
  client_email: 'puller@invented-project.iam.gserviceaccount.com',
};
const { project_id: _project, ...withoutProject } = keyFile;
const { type: _type, ...withoutType } = keyFile;

describe('a key file', () => {
  it.each([
    ['JSON', JSON.stringify(keyFile), { ok: true, encoding: 'json' }],
    [
      'indented JSON with a BOM and CRLF',
      `\uFEFF${JSON.stringify(keyFile, null, 2).replaceAll('\n', '\r\n')}\r\n`,
      { ok: true, encoding: 'json' },
    ],
    ['base64 of JSON', encodeBase64(JSON.stringify(keyFile)), { ok: true, encoding: 'base64' }],
    ['no project', JSON.stringify(withoutProject), { ok: true, encoding: 'json' }],
    ['no type', JSON.stringify(withoutType), { ok: true, encoding: 'json' }],
    [
      'an RSA key',
      JSON.stringify({ ...keyFile, private_key: keyFile.private_key.replaceAll('PRIVATE', 'RSA PRIVATE') }),
      { ok: true, encoding: 'json' },
    ],
  ])('%s is accepted', (_name, text, expected) => {
    expect(checkGoogleKeyFile(text)).toEqual(expected);
  });
});

describe('anything else', () => {
  it.each([
    ['nothing', ' \n', [{ code: 'empty' }]],
    ['a token', 'ya29.invented', [{ code: 'not-json', line: 1, column: 1 }]],
    ['half a file', '{\n "type": "service_account",\n', [{ code: 'not-json', line: 2, column: 28 }]],
    ['base64 of something else', encodeBase64('hello world'), [{ code: 'not-json', line: 1, column: 1 }]],
    ['base64 of half a file', encodeBase64('{"type":'), [{ code: 'not-json', line: 1, column: 9 }]],
    ['a list', '[]', [{ code: 'not-an-object' }]],
    ['a string', '"x"', [{ code: 'not-an-object' }]],
    [
      'a user login',
      '{"type":"authorized_user","refresh_token":"x"}',
      [{ code: 'wrong-type', type: 'authorized_user' }],
    ],
    ['a federation', '{"type":"external_account"}', [{ code: 'wrong-type', type: 'external_account' }]],
    ['an unknown type, not repeated', '{"type":"s3cret"}', [{ code: 'wrong-type', type: '' }]],
    ['a type that is no text', '{"type":7}', [{ code: 'wrong-type', type: '' }]],
    ['OAuth client secrets', '{"installed":{"client_id":"x"}}', [{ code: 'client-secrets-file' }]],
    ['web client secrets', '{"web":{"client_id":"x"}}', [{ code: 'client-secrets-file' }]],
    [
      'no key and no address',
      '{"type":"service_account"}',
      [{ code: 'no-private-key' }, { code: 'no-client-email' }],
    ],
    ['a numeric key', JSON.stringify({ ...keyFile, private_key: 1 }), [{ code: 'no-private-key' }]],
    [
      'a shortened key',
      JSON.stringify({ ...keyFile, private_key: '...' }),
      [{ code: 'private-key-not-pem' }],
    ],
    [
      'a key without its end',
      JSON.stringify({ ...keyFile, private_key: '-----BEGIN PRIVATE KEY-----\nabc' }),
      [{ code: 'private-key-not-pem' }],
    ],
    ['no address', JSON.stringify({ ...keyFile, client_email: '' }), [{ code: 'no-client-email' }]],
    [
      'a broken address',
      JSON.stringify({ ...keyFile, client_email: 'puller' }),
      [{ code: 'client-email-malformed' }],
    ],
  ])('%s is refused with the reason', (_name, text, problems) => {
    expect(checkGoogleKeyFile(text)).toEqual({ ok: false, problems });
  });
});

test('the result never contains the key, and no text makes it throw', () => {
  expect(JSON.stringify(checkGoogleKeyFile(JSON.stringify(keyFile)))).not.toContain('bm90');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (text) => {
      expect(checkGoogleKeyFile(text).ok).toBe(false);
    }),
  );
});
