import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDockerConfigJson, buildSecretBody, encodeAuth, maskedValue } from './docker-config.ts';
import type { RegistryEntry } from './docker-config.ts';

/** Any UTF-16 text, including lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('__proto__', '7', '42', 'constructor', 'p"\\:\n\r\t\u0000\u2028', '\uD800', 'é😀'),
);
const entry = fc.record({ host: anyText, username: anyText, password: anyText });
const entries = fc.uniqueArray(entry, { selector: ({ host }) => host, maxLength: 8 });

describe('buildDockerConfigJson', () => {
  it('writes the documented shape, compact', () => {
    const list = [
      { host: 'your.private.registry', username: 'john', password: 'not-a-real-token' },
      { host: 'ghcr.io', username: 'jane', password: 'not-a-real-token-2' },
    ];
    expect(buildDockerConfigJson(list)).toBe(
      '{"auths":{"your.private.registry":{"username":"john","password":"not-a-real-token"},' +
        '"ghcr.io":{"username":"jane","password":"not-a-real-token-2"}}}',
    );
    expect(buildDockerConfigJson([])).toBe('{"auths":{}}');
  });

  it('keeps the order of hosts that an object would sort, and __proto__ as a host of its own', () => {
    const hosts = ['b', '10', '__proto__', '2', 'a'];
    const text = buildDockerConfigJson(hosts.map((host) => ({ host, username: 'u', password: 'p' })));
    expect([...text.matchAll(/"([^"]+)":\{/g)].map(([, key]) => key)).toEqual(['auths', ...hosts]);
    const parsed: { auths: object } = JSON.parse(text);
    expect(Object.keys(parsed.auths).toSorted()).toEqual(hosts.toSorted());
  });

  it('writes auth only when asked, as base64 of UTF-8', () => {
    const list = [{ host: 'h', username: 'jürgen', password: 'a:b😀' }];
    expect(buildDockerConfigJson(list)).not.toContain('auth":"');
    expect(JSON.parse(buildDockerConfigJson(list, { withAuth: true }))).toEqual({
      auths: {
        h: { username: 'jürgen', password: 'a:b😀', auth: Buffer.from('jürgen:a:b😀').toString('base64') },
      },
    });
  });

  it('keeps unknown fields, but never lets them replace the credential', () => {
    const extra = { email: 'a@example.com', password: 'other', username: 'other', auth: 'b3RoZXI6' };
    const text = buildDockerConfigJson([{ host: 'h', username: 'u', password: 'p', extra }]);
    expect(text).toBe('{"auths":{"h":{"username":"u","password":"p","email":"a@example.com"}}}');
  });

  it('is read back by JSON.parse, whatever the hosts and credentials', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (list, withAuth) => {
        const read: unknown = JSON.parse(buildDockerConfigJson(list, { withAuth }));
        const auths = list.map(({ host, username, password }) => [
          host,
          { username, password, ...(withAuth && { auth: encodeAuth(username, password) }) },
        ]);
        expect(read).toEqual({ auths: Object.fromEntries(auths) });
      }),
    );
  });

  it('is read back by JSON.parse, including unknown fields of any JSON value', () => {
    const withExtra = fc.record({
      host: anyText,
      username: anyText,
      password: anyText,
      extra: fc.dictionary(
        anyText.filter((key) => !['username', 'password', 'auth'].includes(key)),
        fc.jsonValue({ noUnicodeString: false }).map((value): unknown => JSON.parse(JSON.stringify(value))),
        { minKeys: 1, noNullPrototype: true },
      ),
    });
    fc.assert(
      fc.property(withExtra, (item) => {
        const text = buildDockerConfigJson([item]);
        const { host, username, password, extra } = item;
        const parsed: unknown = JSON.parse(text);
        expect(parsed).toEqual({ auths: Object.fromEntries([[host, { username, password, ...extra }]]) });
      }),
    );
  });
});

describe('masked', () => {
  it('hides a username that is a token', () => {
    const swapped = { host: 'ghcr.io', username: 'ghp_invented', password: 'octocat' };
    expect(buildDockerConfigJson([swapped], { masked: true })).not.toContain('ghp_invented');
    expect(buildDockerConfigJson([swapped])).toContain('ghp_invented');
  });

  it('shows neither the credential nor its length, and keeps the rest', () => {
    const extra = { email: 'jane@example.com', identitytoken: 'not-a-real-token', nested: { a: 1 } };
    const list = [{ host: 'h', username: 'u', password: 'p', extra }];
    const dots = maskedValue;
    expect(JSON.parse(buildDockerConfigJson(list, { withAuth: true, masked: true }))).toEqual({
      auths: {
        h: {
          username: 'u',
          password: dots,
          auth: dots,
          email: extra.email,
          identitytoken: dots,
          nested: dots,
        },
      },
    });
    expect(buildSecretBody('x', list, { masked: true }).data['.dockerconfigjson']).not.toContain(
      'not-a-real',
    );
  });
});

describe('buildSecretBody', () => {
  it('puts the JSON as text under .dockerconfigjson', () => {
    const list: RegistryEntry[] = [{ host: 'ghcr.io', username: 'u', password: 'p"\\' }];
    const body = buildSecretBody('my-secret', list, { withAuth: true });
    expect(body).toEqual({
      name: 'my-secret',
      data: { '.dockerconfigjson': buildDockerConfigJson(list, { withAuth: true }) },
    });
  });
});

describe('encodeAuth', () => {
  it('encodes long texts, which do not fit into one call of String.fromCharCode', () => {
    const password = 'ä'.repeat(200_000);
    expect(Buffer.from(encodeAuth('u', password), 'base64').toString()).toBe(`u:${password}`);
  });
});
