import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelMatches } from './label-glob.ts';

describe('labelMatches', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['reg', 'reg', true],
    ['reg', 'Reg', false],
    ['reg', 'registry', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['**', 'x', true],
    ['reg-*', 'reg-eu', true],
    ['reg-*', 'reg-', true],
    ['reg-*', 'cache-eu', false],
    ['*-docker', 'us-docker', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['*ab', 'aab', true],
    ['*aab*', 'aaaab', true],
    ['re?', 'reg', true],
    ['re?', 're', false],
    ['re?', 'regs', false],
    ['r?g', 'rég', true],
    ['[a-c]x', 'bx', true],
    ['[a-c]x', 'dx', false],
    ['[abc]x', 'cx', true],
    ['[^a-c]x', 'dx', true],
    ['[^a-c]x', 'ax', false],
    ['[a-cx-z]', 'y', true],
    ['[c-a]', 'b', false],
    ['[*]', '*', true],
    ['[*]', 'a', false],
    ['[a]*', 'abc', true],
    ['*[0-9]', 'reg1', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['[\\]]', ']', true],
    ['[\\-]', '-', true],
    ['[é-ü]', 'ö', true],
    [']', ']', true],
    // malformed
    ['[', '[', false],
    ['[]', ']', false],
    ['[]a]', 'a', false],
    ['[^]', '^', false],
    ['[a', 'a', false],
    ['[-a]', 'a', false],
    ['[a-]', 'a', false],
    ['[a-b-c]', 'a', false],
    ['a\\', 'a\\', false],
    ['*[', 'a', false],
  ])('%j on %j: %s', (pattern, label, expected) => {
    expect(labelMatches(pattern, label)).toBe(expected);
  });

  it('finishes with 200 stars that all could match', () => {
    const pattern = '*a'.repeat(200);
    expect(labelMatches(pattern, `${'a'.repeat(5000)}b`)).toBe(false);
    expect(labelMatches(pattern, 'a'.repeat(5000))).toBe(true);
  });

  it('matches a label with itself, and a star put anywhere still matches', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), fc.nat(), (label, at) => {
        const cut = at % (label.length + 1);
        expect(labelMatches(label, label)).toBe(true);
        expect(labelMatches(`${label.slice(0, cut)}*${label.slice(cut)}`, label)).toBe(true);
        expect(labelMatches(`${label.slice(0, cut)}*`, label)).toBe(true);
      }),
    );
  });
});
