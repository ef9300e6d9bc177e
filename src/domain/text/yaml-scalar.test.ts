import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { encodeScalar } from './yaml-scalar.ts';

describe('encodeScalar', () => {
  it.each(['my-secret', 'a', 'a.b_c-d9', '2fa', 'ai.sap.com/version'])('leaves %s as it is', (text) => {
    expect(encodeScalar(text, 'plain', 'double')).toBe(text);
  });

  it.each([
    '123',
    '1e3',
    'e0',
    'e-5',
    '0x1f',
    '0o7',
    '1_000',
    '1.5',
    '2024-01-01',
    'true',
    'null',
    'no',
    'ON',
    'y',
    '',
    '-',
    'a: b',
    '# a',
    "it's",
    'a b',
  ])('quotes %s', (text) => {
    expect(encodeScalar(text, 'plain', 'double')).toBe(`"${text}"`);
  });

  it.each([
    ['1.1', 'double'],
    ['1.2', 'double'],
    ['1.1', 'single'],
    ['1.2', 'single'],
  ] as const)('is read back from YAML %s, in %s quotes', (version, quote) => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[01exbon.\-_: /\\'"\u0085\u2028\uFEFF\t\n]*$/),
    );
    fc.assert(
      fc.property(text, (value) => {
        const written = encodeScalar(value, 'plain', quote);
        expect(parse(`- name: ${written}\n`, { version })).toEqual([{ name: value }]);
      }),
    );
  });
});
