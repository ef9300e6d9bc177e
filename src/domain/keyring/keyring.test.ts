import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainImage, listAuths, matchImage, secretProblems } from './keyring.ts';
import { parseRegistryKey } from './registry-key.ts';

const entry = { username: 'bot', password: 'not-a-real-secret' };

function authsOf(...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, entry]));
}

describe('matchImage', () => {
  it.each([
    // classes and stars; only in the host, and only within a label
    [['reg[a-z].acme.example'], 'regb.acme.example/app', ['reg[a-z].acme.example']],
    [['reg[a-z].acme.example'], 'reg1.acme.example/app', []],
    [['reg[^a-z].acme.example'], 'reg1.acme.example/app', []],
    [['[r]eg.acme.example'], 'reg.acme.example/app', []],
    [['reg*.acme.example'], 'reg.acme.example/app', ['reg*.acme.example']],
    [['**.acme.example'], 'a.b.acme.example/app', []],
    [['ghcr.io/*'], 'ghcr.io/acme/app', []],
    [['*'], 'localhost/app', ['*']],
    // escapes, and parts that are removed
    [['ghcr.io/%61cme'], 'ghcr.io/acme/app', ['ghcr.io/%61cme']],
    [['ghcr.io/%2561cme'], 'ghcr.io/acme/app', ['ghcr.io/%2561cme']],
    [['ghcr.io/acme%3Fx'], 'ghcr.io/acme/app', ['ghcr.io/acme%3Fx']],
    [['ghcr.io/acme%0A'], 'ghcr.io/acme/app', []],
    [['%67hcr.io'], 'ghcr.io/acme/app', []],
    [['ghcr.io#acme'], 'ghcr.io/acme/app', ['ghcr.io#acme']],
    [['bob:not-a-real-secret@ghcr.io'], 'ghcr.io/acme/app', ['bob:not-a-real-secret@ghcr.io']],
    [['https://https://ghcr.io'], 'ghcr.io/acme/app', []],
    [['HTTPS://ghcr.io'], 'ghcr.io/acme/app', []],
    [['//ghcr.io'], 'ghcr.io/acme/app', []],
    [['ghcr.io/v1/v1/'], 'ghcr.io/v1/app', ['ghcr.io/v1/v1/']],
    [['ghcr.io/%762/acme'], 'ghcr.io/acme/app', ['ghcr.io/%762/acme']],
    // addresses
    [['[::1]:5000'], '[::1]:5000/app', ['[::1]:5000']],
    [['[::1]'], '[::1]/app', []],
    // hosts that are invalid by the grammar
    [['my_registry.example'], 'my_registry.example/app', ['my_registry.example']],
    // Docker Hub
    [['https://index.docker.io/v2/'], 'redis', ['https://index.docker.io/v2/']],
    [['index.docker.io/acme'], 'acme/app', []],
    [['https://index.docker.io'], 'localhost/app', ['https://index.docker.io']],
    [['https://index.docker.io'], 'Registry/app', ['https://index.docker.io']],
    [['https://index.docker.io'], 'localhost:5000/app', []],
    [['Index.docker.io'], 'redis', []],
    [['docker.io/acme', 'index.docker.io'], 'redis', ['index.docker.io']],
    // order: reverse byte order of host and path, whatever the scheme
    [
      ['https://a.io', 'a.io/team', 'http://a.io/te'],
      'a.io/team/app',
      ['a.io/team', 'http://a.io/te', 'https://a.io'],
    ],
    [['*.io', '[a-z].io', 'a.io'], 'a.io/app', ['a.io', '*.io']],
    // two spellings of one key: as typed
    [['ghcr.io/', 'https://ghcr.io', 'ghcr.io'], 'ghcr.io/app', ['ghcr.io/', 'https://ghcr.io', 'ghcr.io']],
    // skipped keys leave the others alone
    [['ghcr.io', 'gh cr.io', 'ghcr.io:x', 'ghcr.io\n'], 'ghcr.io/app', ['ghcr.io']],
    // no reference, no match
    [['ghcr.io'], 'https://ghcr.io/app', []],
    [['ghcr.io'], 'ghcr.io/App', []],
    [['ghcr.io'], 'ghcr.io/{{image}}', []],
  ])('%j for %s', (keys, image, expected) => {
    expect(matchImage(authsOf(...keys), image)).toEqual(expected);
  });

  it.each([[null], [undefined], [{}], [[entry]], ['ghcr.io'], [1]])('finds nothing in %j', (auths) => {
    expect(matchImage(auths, 'ghcr.io/app')).toEqual([]);
  });

  it('finds nothing in a secret that the kubelet drops', () => {
    expect(matchImage({ ...authsOf('ghcr.io'), 'quay.io': { auth: '!' } }, 'ghcr.io/app')).toEqual([]);
  });

  it('finishes with a key of 200 stars', () => {
    const host = `${'a'.repeat(120)}.example`;
    expect(matchImage(authsOf(`${'*a'.repeat(200)}b.example`), `${host}/app`)).toEqual([]);
    expect(matchImage(authsOf(`${'*'.repeat(200)}.example`), `${host}/app`)).toHaveLength(1);
  });
});

describe('matchImage in general', () => {
  const hosts = [
    'ghcr.io',
    'docker.io',
    'reg.acme.example',
    'reg.acme.example:5000',
    'localhost',
    '[::1]:5000',
  ];
  const host = fc.constantFrom(...hosts);
  const path = fc.stringMatching(/^[a-z0-9]{1,6}(?:\/[a-z0-9]{1,6}){0,2}$/);
  const key = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('', 'https://', 'http://', 'HTTPS://', 'u@'),
        host,
        fc.constantFrom('', '/', '/v2/', '/a'),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('*.io', '*.acme.example', 'r*.*.example', 'index.docker.io', '*', 'gh[a-z]r.io'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const keys = fc.uniqueArray(key, { maxLength: 6 });

  it('never throws, whatever the key, the entry and the image', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
    const auths = fc.oneof(fc.anything(), fc.dictionary(anything, fc.anything()));
    fc.assert(
      fc.property(auths, fc.oneof(anything, path), (value, image) => {
        expect(Array.isArray(matchImage(value, image))).toBe(true);
        expect(explainImage(value, image).kind).toBeTypeOf('string');
        expect(Array.isArray(secretProblems(value))).toBe(true);
      }),
    );
  });

  it('adding a key that would not match alone changes nothing', () => {
    fc.assert(
      fc.property(keys, key, host, path, (others, added, imageHost, repository) => {
        const image = `${imageHost}/${repository}`;
        fc.pre(!others.includes(added) && matchImage(authsOf(added), image).length === 0);
        expect(matchImage(authsOf(...others, added), image)).toEqual(matchImage(authsOf(...others), image));
      }),
    );
  });

  it('a bare host matches every image of that host', () => {
    fc.assert(
      fc.property(host, path, keys, (imageHost, repository, others) => {
        expect(matchImage(authsOf(...others, imageHost), `${imageHost}/${repository}`)).toContain(imageHost);
      }),
    );
  });

  it('the order is the reverse byte order of host and path', () => {
    fc.assert(
      fc.property(keys, host, path, (typed, imageHost, repository) => {
        const matched = matchImage(authsOf(...typed), `${imageHost}/${repository}`);
        const indexes = matched.map((item) => Buffer.from(parseRegistryKey(item)?.index ?? '', 'latin1'));
        expect(indexes).toEqual(indexes.toSorted((left, right) => Buffer.compare(right, left)));
        expect(typed).toEqual(expect.arrayContaining(matched));
      }),
    );
  });
});

describe('secretProblems', () => {
  it.each([
    [null, []],
    [undefined, []],
    [{}, []],
    [{ 'ghcr.io': entry, 'quay.io': {}, 'a.io': null, 'b c': { identitytoken: 1 } }, []],
    [[], [{ code: 'auths-not-object' }]],
    ['{}', [{ code: 'auths-not-object' }]],
    [7, [{ code: 'auths-not-object' }]],
    [false, [{ code: 'auths-not-object' }]],
    [{ 'ghcr.io': 'bot:x' }, [{ code: 'entry-not-object', key: 'ghcr.io' }]],
    [{ 'ghcr.io': [] }, [{ code: 'entry-not-object', key: 'ghcr.io' }]],
    [{ 'ghcr.io': { password: 1 } }, [{ code: 'field-not-text', field: 'password', key: 'ghcr.io' }]],
    [{ 'ghcr.io': { auth: '?' } }, [{ code: 'auth-not-base64', key: 'ghcr.io' }]],
    [{ 'ghcr.io': { auth: 'Ym90' } }, [{ code: 'auth-without-colon', key: 'ghcr.io' }]],
    [
      { 'a.io': true, 'ghcr.io': entry, 'b.io': { email: {} } },
      [
        { code: 'entry-not-object', key: 'a.io' },
        { code: 'field-not-text', field: 'email', key: 'b.io' },
      ],
    ],
  ])('%j', (auths, problems) => {
    expect(secretProblems(auths)).toEqual(problems);
  });
});

describe('listAuths', () => {
  it.each([[null], [undefined], [[entry]], ['ghcr.io'], [1]])('has no entries for %j', (auths) => {
    expect(listAuths(auths).size).toBe(0);
  });
});
