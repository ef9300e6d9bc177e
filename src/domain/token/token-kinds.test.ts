import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inventedEcrPassword, inventedJwt } from './fixtures/invented-tokens.ts';
import { tokenSamples } from './fixtures/token-samples.ts';
import { recogniseToken, tokenExpiry, tokenKinds } from './token-kinds.ts';

test.each(tokenSamples)('%#: recogniseToken', (token, kind) => {
  expect(recogniseToken(token)?.kind).toBe(kind);
});

test('every kind of the table has a sample, except for the one recognised by its host', () => {
  expect(new Set(tokenSamples.map(([, kind]) => kind))).toEqual(
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
