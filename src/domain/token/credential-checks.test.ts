import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../text/base64.ts';
import { checkToken, checkUsername, trimPastedToken } from './credential-checks.ts';
import { trimInvisible } from '../text/trim-invisible.ts';

const whiteSpace = (mended: string, lineBreak = false) => ({
  code: 'surrounding-white-space',
  mended,
  lineBreak,
});
const mendable = (code: string, mended: string) => ({ code, mended });
const login = (username: string, token: string) => ({ code: 'username-in-token', username, token });

describe('checkUsername', () => {
  it.each([
    ['john', { warnings: [] }],
    ['$oauthtoken', { warnings: [] }],
    ['two words', { warnings: [] }],
    ['', { problem: { code: 'empty' }, warnings: [] }],
    [' \n', { problem: { code: 'empty' }, warnings: [] }],
    ['jo:hn', { problem: { code: 'contains-colon' }, warnings: [] }],
    [' john', { warnings: [whiteSpace('john')] }],
    ['robot$project+puller', { warnings: [] }],
    ['11111111-2222-3333-4444-555555555555', { warnings: [] }],
    ['"john"', { warnings: [mendable('quoted', 'john')] }],
    ['<username>', { warnings: [{ code: 'placeholder' }] }],
    ['my-namespace/<user>', { warnings: [{ code: 'placeholder' }] }],
    ['$DOCKER_USER', { warnings: [{ code: 'placeholder' }] }],
    ['ghp_invented', { warnings: [{ code: 'token-as-username' }] }],
    [' glpat-invented', { warnings: [{ code: 'token-as-username' }] }],
    [' jo:hn', { problem: { code: 'contains-colon' }, warnings: [whiteSpace('jo:hn')] }],
  ])('%j', (username, check) => {
    expect(checkUsername(username)).toEqual(check);
  });
});

it('accepts a token as the username if the registry expects it', () => {
  expect(checkUsername('dop_v1_invented', { tokenIsUsername: true })).toEqual({ warnings: [] });
});

describe('trimPastedToken', () => {
  it.each([
    [' token\n', 'token'],
    ['token', 'token'],
    ['{"type":"service_account"}\n', '{"type":"service_account"}\n'],
  ])('%j', (text, trimmed) => {
    expect(trimPastedToken(text)).toBe(trimmed);
  });
});

describe('checkToken', () => {
  it.each([
    ['not-a-real-token', { warnings: [] }],
    ['a:b', { warnings: [] }],
    ['"', { warnings: [] }],
    ['a:b c', { warnings: [mendable('inner-white-space', 'a:bc')] }],
    ['{"type":"service_account"}\n', { warnings: [] }],
    ['-----BEGIN KEY-----\nx\n-----END KEY-----', { warnings: [] }],
    ['••••••••', { problem: { code: 'masked' }, warnings: [] }],
    ['********', { problem: { code: 'masked' }, warnings: [] }],
    ['<your-token>', { warnings: [{ code: 'placeholder' }] }],
    ['$TOKEN', { warnings: [{ code: 'placeholder' }] }],
    ['YOUR_TOKEN', { warnings: [{ code: 'placeholder' }] }],
    ['Bearer token-x', { warnings: [mendable('bearer-prefix', 'token-x')] }],
    ['Authorization: bearer token-x', { warnings: [mendable('bearer-prefix', 'token-x')] }],
    ['"token-x"', { warnings: [mendable('quoted', 'token-x')] }],
    ['“token-x”', { warnings: [mendable('quoted', 'token-x')] }],
    ['jane:ghp_invented', { warnings: [login('jane', 'ghp_invented')] }],
    ['octo:opaque', { warnings: [login('octo', 'opaque')] }],
    [encodeBase64('octo:opaque'), { warnings: [login('octo', 'opaque')] }],
    [`Basic ${encodeBase64('jane:opaque')}`, { warnings: [login('jane', 'opaque')] }],
    ['', { problem: { code: 'empty' }, warnings: [] }],
    ['\t ', { problem: { code: 'empty' }, warnings: [] }],
    ['token\n', { warnings: [whiteSpace('token', true)] }],
    ['\r\n token', { warnings: [whiteSpace('token', true)] }],
    ['token ', { warnings: [whiteSpace('token')] }],
    ['a\nb ', { warnings: [whiteSpace('a\nb'), mendable('inner-white-space', 'ab')] }],
    ['\uFEFFtoken\u200B', { warnings: [whiteSpace('token')] }],
    ['\u00A0token', { warnings: [whiteSpace('token')] }],
  ])('%j', (token, check) => {
    expect(checkToken(token, 'octo')).toEqual(check);
  });
});

describe('trimInvisible', () => {
  it('agrees with String.trim where there are no zero-width characters', () => {
    const unit = fc.constantFrom(' ', '\t', '\n', '\u00A0', '\u3000', 'a', ':', '😀');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(trimInvisible(text)).toBe(text.trim());
      }),
    );
  });

  it('offers a value that needs no more trimming', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const trimmed = trimInvisible(text);
        expect(trimInvisible(trimmed)).toBe(trimmed);
        expect(text).toContain(trimmed);
        expect(trimInvisible(trimPastedToken(text))).toBe(trimmed);
      }),
    );
  });
});
