import { describe, expect, it } from 'vitest';
import { readBearerToken } from './bearer-token.ts';

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const jwt = `${encode({ alg: 'none' })}.${encode({ exp: 1_800_000_000 })}.bm90LWEtc2lnbmF0dXJl`;
const expiresAt = new Date('2027-01-15T08:00:00Z');

describe('readBearerToken', () => {
  it.each([
    ['not-a-real-token', { token: 'not-a-real-token' }],
    ['  not-a-real-token==\n', { token: 'not-a-real-token==' }],
    [jwt, { token: jwt, expiresAt }],
    [`Bearer ${jwt}`, { token: jwt, expiresAt }],
    [`Authorization: bearer ${jwt}`, { token: jwt, expiresAt }],
    [JSON.stringify({ access_token: jwt, token_type: 'bearer', expires_in: 1 }), { token: jwt, expiresAt }],
  ])('extracts the token from %j', (text, result) => {
    expect(readBearerToken(text)).toEqual({ ok: true, ...result });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['Bearer ', 'empty'],
    ['{"access_token":""}', 'empty'],
    ['two words', 'bad-character'],
    ['line\nbreak', 'bad-character'],
    ['tökén', 'bad-character'],
    ['{"access_token":"a b"}', 'bad-character'],
    ['{"access_token":1}', 'bad-character'],
    ['{"clientid":"sb-x","clientsecret":"not-a-real-secret"}', 'service-key'],
    ['{broken', 'bad-character'],
  ])('finds none in %j', (text, code) => {
    expect(readBearerToken(text)).toEqual({ ok: false, code });
  });
});
