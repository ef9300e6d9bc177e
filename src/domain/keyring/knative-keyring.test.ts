import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUpForKnative, matcherDifferences } from './knative-keyring.ts';

const entry = { username: 'bot', password: 'not-a-real-secret' };
const hubKey = 'https://index.docker.io';
const digest = `@sha256:${'ab12cd34'.repeat(8)}`;

function authsOf(...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, entry]));
}

describe('lookUpForKnative', () => {
  it.each([
    ['redis', authsOf(hubKey), { kind: 'credential', key: hubKey, username: 'bot', isEmpty: false }],
    ['docker.io/acme/app', authsOf(`${hubKey}/v1/`), { kind: 'credential', key: `${hubKey}/v1/` }],
    ['acme/app', authsOf('index.docker.io/acme'), { kind: 'credential', key: 'index.docker.io/acme' }],
    ['acme/app', authsOf('*.docker.io'), { kind: 'credential', key: '*.docker.io' }],
    [
      'localhost/app',
      authsOf('index.docker.io/localhost'),
      { kind: 'credential', key: 'index.docker.io/localhost' },
    ],
    ['acme/app', authsOf('docker.io'), { kind: 'anonymous' }],
    ['localhost/app', authsOf('localhost'), { kind: 'anonymous' }],
    ['localhost:5000/app', authsOf('localhost:5000'), { kind: 'credential', key: 'localhost:5000' }],
    ['ghcr.io/acme/app', authsOf('ghcr.io', 'ghcr.io/acme'), { kind: 'credential', key: 'ghcr.io/acme' }],
    ['ghcr.io/app', { 'ghcr.io': {} }, { kind: 'credential', key: 'ghcr.io', isEmpty: true }],
    ['ghcr.io/app', { 'ghcr.io': { identitytoken: 'fake' } }, { kind: 'credential', isEmpty: false }],
    ['ghcr.io/app', { 'ghcr.io': { ...entry, email: 1 } }, { kind: 'credential', key: 'ghcr.io' }],
    ['ghcr.io/app', null, { kind: 'anonymous' }],
    [
      'ghcr.io/app',
      authsOf('ghcr.io', 'a b'),
      { kind: 'secret-fails', unparsableKeys: ['a b'], badEntries: [] },
    ],
    ['ghcr.io/app', { 'ghcr.io': { auth: '!' } }, { kind: 'secret-fails', badEntries: ['ghcr.io'] }],
    ['ghcr.io/app', [entry], { kind: 'secret-fails', unparsableKeys: [], badEntries: [] }],
    ['ghcr.io/app', 'ghcr.io', { kind: 'secret-fails' }],
    [`ghcr.io/app${digest}`, authsOf('ghcr.io'), { kind: 'not-needed' }],
    [`ghcr.io/app${digest}`, authsOf('ghcr.io', 'a b'), { kind: 'secret-fails', unparsableKeys: ['a b'] }],
    ['https://ghcr.io/app', authsOf('ghcr.io'), { kind: 'invalid-image' }],
    ['Registry/app', authsOf('Registry'), { kind: 'invalid-image' }],
  ])('%s with %j', (image, auths, expected) => {
    expect(lookUpForKnative(auths, image)).toMatchObject(expected);
  });
});

describe('matcherDifferences', () => {
  it.each([
    // they agree
    ['redis', authsOf(hubKey), []],
    ['redis', authsOf(`${hubKey}/v1/`), []],
    ['redis', authsOf('index.docker.io'), []],
    ['redis', authsOf('ghcr.io'), []],
    ['ghcr.io/acme/app', authsOf('ghcr.io', 'quay.io', hubKey), []],
    ['ghcr.io/app', null, []],
    // a docker.io key
    ['redis', authsOf('docker.io'), [{ code: 'docker-io-key', keys: ['docker.io'], suggestion: hubKey }]],
    ['acme/app', authsOf('*.io'), [{ code: 'docker-io-key', keys: ['*.io'], suggestion: hubKey }]],
    [
      'acme/app',
      authsOf('docker.io', hubKey),
      [
        { code: 'docker-io-key', keys: ['docker.io'], suggestion: hubKey },
        { code: 'different-key', kubernetes: 'docker.io', knative: hubKey },
      ],
    ],
    // only the first credential
    [
      'ghcr.io/acme/app',
      authsOf('ghcr.io', '*.io', 'ghcr.io/acme'),
      [{ code: 'first-only', used: 'ghcr.io/acme', ignored: ['ghcr.io', '*.io'] }],
    ],
    [
      'redis',
      authsOf(hubKey, `${hubKey}/v1/`),
      [{ code: 'first-only', used: hubKey, ignored: [`${hubKey}/v1/`] }],
    ],
    // only one of them has a credential
    ['acme/app', authsOf('index.docker.io/acme'), [{ code: 'only-knative', key: 'index.docker.io/acme' }]],
    ['localhost/app', authsOf('localhost'), [{ code: 'only-kubernetes', keys: ['localhost'] }]],
    [
      'acme/app',
      authsOf(hubKey, 'index.docker.io/acme'),
      [{ code: 'different-key', kubernetes: hubKey, knative: 'index.docker.io/acme' }],
    ],
    [
      'acme/app',
      authsOf(hubKey, `${hubKey}/v1/`, 'index.docker.io/acme'),
      [{ code: 'different-key', kubernetes: hubKey, knative: 'index.docker.io/acme' }],
    ],
    // the whole secret fails in Knative
    ['ghcr.io/app', authsOf('ghcr.io', 'a b', 'c:d'), [{ code: 'unparsable-key', keys: ['a b', 'c:d'] }]],
    [`ghcr.io/app${digest}`, authsOf('ghcr.io', 'a b'), [{ code: 'unparsable-key', keys: ['a b'] }]],
    ['redis', authsOf(hubKey, 'ghcr.io/%zz'), [{ code: 'unparsable-key', keys: ['ghcr.io/%zz'] }]],
    [
      'ghcr.io/app',
      { 'ghcr.io': { ...entry, identitytoken: 1 }, 'a b': {} },
      [
        { code: 'unparsable-key', keys: ['a b'] },
        { code: 'entry-fails-knative', keys: ['ghcr.io'] },
      ],
    ],
    // identity tokens
    [
      'ghcr.io/app',
      { 'ghcr.io': { ...entry, identitytoken: 'fake' } },
      [{ code: 'identity-token', key: 'ghcr.io' }],
    ],
    // nothing to resolve, or nothing to say
    [`redis${digest}`, authsOf('docker.io'), []],
    ['{{image}}', authsOf('a b'), []],
    ['ghcr.io/App', authsOf('a b'), []],
    ['ghcr.io/app', { 'ghcr.io': { auth: '!' }, 'a b': entry }, []],
  ])('%s with %j', (image, auths, expected) => {
    expect(matcherDifferences(auths, image)).toEqual(expected);
  });

  it('Argo reads an image by its digest too', () => {
    const difference = { code: 'docker-io-key', keys: ['docker.io'], suggestion: hubKey };
    expect(matcherDifferences(authsOf('docker.io'), `redis${digest}`, 'argo')).toEqual([difference]);
    expect(matcherDifferences(authsOf('docker.io'), 'redis', 'argo')).toEqual([difference]);
    expect(matcherDifferences(authsOf(hubKey), 'redis', 'argo')).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())),
        fc.string(),
        (auths, image) => {
          expect(Array.isArray(matcherDifferences(auths, image))).toBe(true);
          expect(lookUpForKnative(auths, image).kind).toBeTypeOf('string');
        },
      ),
    );
  });

  it('a bare host as the only key is read the same way for its images', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ghcr.io', 'quay.io:5000', 'a.b.example'),
        fc.boolean(),
        (host, hasScheme) => {
          expect(
            matcherDifferences(authsOf(hasScheme ? `https://${host}` : host), `${host}/acme/app:1`),
          ).toEqual([]);
        },
      ),
    );
  });
});
