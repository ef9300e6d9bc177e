import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../text/base64.ts';
import { decodeEntry, knativeFields } from './pull-credential.ts';

const unpadded = encodeBase64('bot:tok').replaceAll('=', '');

describe('decodeEntry', () => {
  it.each([
    ['username and password', { username: 'bot', password: 'x' }, 'bot', false],
    ['no password', { username: 'bot' }, 'bot', false],
    ['no username', { password: 'x' }, '', false],
    ['nothing', {}, '', true],
    ['null', null, '', true],
    ['undefined', undefined, '', true],
    ['null fields', { username: null, password: null, auth: null }, '', true],
    ['empty fields', { username: '', password: '', auth: '' }, '', true],
    ['unknown fields', { username: 'bot', serveraddress: 1, x: [] }, 'bot', false],
    ['capitals', { UserName: 'bot', PASSWORD: 'x' }, 'bot', false],
    ['a long s', { 'u\u017Fername': 'bot' }, 'bot', false],
    ['the last of two', { username: 'first', Username: 'last' }, 'last', false],
    ['null after text', { username: 'first', Username: null }, 'first', false],
    [
      'auth beats username',
      { username: 'shown', password: 'x', auth: encodeBase64('used:x') },
      'used',
      false,
    ],
    ['an empty auth does not', { username: 'shown', password: 'x', auth: '' }, 'shown', false],
    ['auth is split at the first colon', { auth: encodeBase64('bot:a:b') }, 'bot', false],
    ['a colon in the username breaks it', { auth: encodeBase64('a:b:c') }, 'a', false],
    ['an auth of nothing', { auth: encodeBase64(':') }, '', true],
    ['an auth without username', { auth: encodeBase64(':x') }, '', false],
    ['auth without padding', { auth: unpadded }, 'bot', false],
    ['line breaks in auth', { auth: `${unpadded.slice(0, 3)}\r\n${unpadded.slice(3)}\n` }, 'bot', false],
    ['bytes that are no UTF-8', { auth: '/zp4' }, '\uFFFD', false],
    ['an identity token is no credential', { identitytoken: 'fake' }, '', true],
    ['nor a broken one a problem', { identitytoken: 1, registrytoken: {} }, '', true],
  ])('%s', (_, entry, username, isEmpty) => {
    expect(decodeEntry(entry)).toMatchObject({ ok: true, credential: { username, isEmpty } });
  });

  it.each([
    ['text', 'bot:x', { code: 'entry-not-object' }],
    ['a number', 1, { code: 'entry-not-object' }],
    ['true', true, { code: 'entry-not-object' }],
    ['a list', [], { code: 'entry-not-object' }],
    ['a numeric password', { username: 'bot', password: 1 }, { code: 'field-not-text', field: 'password' }],
    ['a username that is a list', { username: [] }, { code: 'field-not-text', field: 'username' }],
    ['a numeric email', { username: 'bot', email: 1 }, { code: 'field-not-text', field: 'email' }],
    ['a boolean auth', { AUTH: false }, { code: 'field-not-text', field: 'auth' }],
    ['auth that is no base64', { auth: 'bot:x' }, { code: 'auth-not-base64' }],
    ['URL-safe base64', { auth: 'Ym90Oj8_' }, { code: 'auth-not-base64' }],
    ['too much padding', { auth: 'Ym90OnRv=' }, { code: 'auth-not-base64' }],
    ['too little padding', { auth: 'Ym90Og=' }, { code: 'auth-not-base64' }],
    ['too little padding and a line break', { auth: 'Ym90Og=\n' }, { code: 'auth-not-base64' }],
    ['white space in auth', { auth: `${encodeBase64('bot:x')} ` }, { code: 'auth-not-base64' }],
    ['nothing but a line break', { auth: '\n' }, { code: 'auth-without-colon' }],
    ['auth without a colon', { auth: encodeBase64('bot') }, { code: 'auth-without-colon' }],
  ])('%s fails', (_, entry, problem) => {
    expect(decodeEntry(entry)).toEqual({ ok: false, problem });
  });

  it('decodes other fields for Knative', () => {
    expect(decodeEntry({ identitytoken: 1 }, knativeFields)).toEqual({
      ok: false,
      problem: { code: 'field-not-text', field: 'identitytoken' },
    });
    expect(decodeEntry({ email: 1, identitytoken: 'fake' }, knativeFields)).toMatchObject({
      ok: true,
      credential: { hasIdentityToken: true },
    });
  });
});
