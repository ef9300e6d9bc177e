import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSecretName, kubernetesSecretName } from './secret-name.ts';

/** The expression of the API, for short texts only: it backtracks exponentially. */
const apiPattern = /^[a-z0-9](?:_?[a-z0-9.-]+)*[a-z0-9]$/;

describe('checkSecretName', () => {
  it.each(['ab', '12', 'my-secret', 'a.b', 'a_bc', 'a_-b', 'a-_b1', 'x'.repeat(63)])('accepts %s', (name) => {
    expect(checkSecretName(name)).toBeUndefined();
  });

  it.each([
    ['', { code: 'empty' }],
    ['a', { code: 'too-short' }],
    ['-a', { code: 'bad-start' }],
    ['.', { code: 'bad-start' }],
    ['_ab', { code: 'bad-start' }],
    ['a-', { code: 'bad-end' }],
    ['ab_', { code: 'bad-end' }],
    ['a__b', { code: 'double-underscore' }],
    ['a_b', { code: 'underscore-before-end' }],
    ['my secret!', { code: 'bad-character', character: ' ' }],
    ['My', { code: 'bad-character', character: 'M' }],
    ['a😀b', { code: 'bad-character', character: '😀' }],
    ['ab\n', { code: 'bad-character', character: '\n' }],
    ['x'.repeat(64), { code: 'too-long', length: 64, maxLength: 63 }],
  ])('says what is wrong with %j', (name, problem) => {
    expect(checkSecretName(name)).toEqual(problem);
  });

  it('agrees with the expression of the API', () => {
    const short = fc.string({
      unit: fc.constantFrom('a', 'z', '0', '.', '-', '_', '_', 'A', '\n'),
      maxLength: 10,
    });
    fc.assert(
      fc.property(short, (name) => {
        expect(checkSecretName(name) === undefined).toBe(apiPattern.test(name));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with a linear-time version of it for any text', () => {
    const linear = /^(?!.*__)(?!.*_.$)[a-z0-9][a-z0-9._-]{0,61}[a-z0-9]$/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        expect(checkSecretName(name) === undefined).toBe(linear.test(name));
      }),
    );
  });
});

describe('kubernetesSecretName', () => {
  it.each([
    ['my-secret', 'my-secret'],
    ['a.b-c--d', 'a.b-c--d'],
    ['my_secret', 'my-secret'],
    ['a..b', 'a.b'],
    ['a.-b', 'a.b'],
    ['a-.b', 'a.b'],
    ['a_.-.b', 'a.b'],
  ])('for %s: %s', (name, fixed) => {
    expect(kubernetesSecretName(name)).toBe(fixed);
  });

  it('is accepted by Kubernetes and the admin API, whatever the name', () => {
    const subdomain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
    const names = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}[a-z0-9]$/);
    fc.assert(
      fc.property(names, (name) => {
        const fixed = kubernetesSecretName(name);
        expect(fixed).toMatch(subdomain);
        expect(checkSecretName(fixed)).toBeUndefined();
        expect(fixed === name).toBe(subdomain.test(name));
      }),
    );
  });
});
