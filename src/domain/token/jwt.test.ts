import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { base64Url, inventedJwt } from './fixtures/invented-tokens.ts';
import { dateOfSeconds, readJwt } from './jwt.ts';

const end = new Date('2026-12-01T08:00:00.000Z');
const seconds = end.getTime() / 1000;
const header = base64Url('{"alg":"RS256"}');

describe('readJwt', () => {
  it.each([
    ['no claims', inventedJwt({}), {}],
    [
      'all claims',
      inventedJwt({ exp: seconds, iat: seconds - 60, iss: 'https://issuer.example.com', sub: 'jane' }),
      {
        expiresAt: end,
        issuer: 'https://issuer.example.com',
        subject: 'jane',
      },
    ],
    [
      'a fraction of a second',
      inventedJwt({ exp: seconds + 0.5 }),
      { expiresAt: new Date(end.getTime() + 500) },
    ],
    ['white space around', `\n ${inventedJwt({ exp: seconds })} `, { expiresAt: end }],
    ['text beyond ASCII', inventedJwt({ sub: 'Zoë 🦊' }), { subject: 'Zoë 🦊' }],
    ['characters of base64url', inventedJwt({ sub: '???>>>~~~' }), { subject: '???>>>~~~' }],
    ['no signature', `${header}.${base64Url(`{"exp":${seconds}}`)}.`, { expiresAt: end }],
    ['an end in milliseconds', inventedJwt({ exp: end.getTime() }), { expiresAt: end }],
    ['an end as text', inventedJwt({ exp: String(seconds) }), {}],
    ['an end beyond every date', inventedJwt({ exp: 1e18 }), {}],
    ['an issuer that is no text', inventedJwt({ iss: ['x'], sub: 1 }), {}],
  ])('%s', (_name, token, claims) => {
    expect(readJwt(token)).toEqual(claims);
  });

  it.each([
    ['nothing', ''],
    ['an opaque token', 'ghp_invented'],
    ['two parts', inventedJwt({}).split('.').slice(0, 2).join('.')],
    ['an encrypted token of five parts', `${inventedJwt({})}.x.y`],
    ['a host', 'registry.example.com'],
    ['a header without an algorithm', `${base64Url('{"typ":"JWT"}')}.${base64Url('{}')}.x`],
    ['claims that are a list', `${header}.${base64Url('[]')}.x`],
    ['claims that are not JSON', `${header}.${base64Url('{exp}')}.x`],
    ['claims that are not UTF-8', `${header}._w.x`],
    ['claims in standard base64 with padding', `${header}.e30=.x`],
    ['an impossible length', `${header}.e30ab.x`],
    ['a scheme before it', `Bearer ${inventedJwt({})}`],
  ])('is undefined for %s', (_name, token) => {
    expect(readJwt(token)).toBeUndefined();
  });

  test('reads back any expiry, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.string({ unit: 'binary' }), (exp, junk) => {
        expect(readJwt(inventedJwt({ exp, junk }))?.expiresAt).toEqual(new Date(exp * 1000));
        expect(readJwt(junk)).toBeUndefined();
        expect(readJwt(`${header}.${base64Url(junk)}.x`)?.expiresAt).toBeUndefined();
      }),
    );
  });
});

test.each([
  [0, new Date(0)],
  [-1, new Date(-1000)],
  ['0', undefined],
  [Number.NaN, undefined],
  [Infinity, undefined],
  [undefined, undefined],
  [null, undefined],
])('dateOfSeconds(%j)', (value, date) => {
  expect(dateOfSeconds(value)).toEqual(date);
});
