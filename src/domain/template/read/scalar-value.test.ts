import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

import { decodeFlowScalar, scalarValue } from './scalar-value.ts';
import { parseTemplate } from './parse.ts';

function firstValue(text: string): string {
  const parsed = parseTemplate(text);
  const root = 'trees' in parsed ? parsed.trees[0]?.root : undefined;
  const node = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  if (node?.kind !== 'scalar') throw new Error('no scalar');
  return scalarValue(text, node);
}

describe('scalarValue agrees with the YAML library', () => {
  test.each([
    ['plain', 'a: b c  # d'],
    ['plain over lines', 'a: b\n  c\n\n\n  d  \n  e'],
    ['single', "a: 'it''s'"],
    ['single over lines', "a: 'one  \n  two\n\n  three\n\n\n  four'"],
    ['double', 'a: "\\t\\x41\\u00e9\\U0001F600\\"\\\\\\/\\_"'],
    ['double over lines', 'a: "one \t\n  two\\n  \n\n  three\\  \n  four"'],
    ['double with escaped breaks', 'a: "one\\\n  two \\\n  \\  three\\\r\n  four"'],
    ['double of spaces', 'a: "  \n  "'],
    ['CRLF', 'a: "one\r\n  two\r\n\r\n  three"'],
    ['literal', 'a: |-\n  one\n\n    two\n  three'],
    ['literal with indicator', 'a: |1-\n   one\n  two'],
    ['CRLF literal', 'a: |-\r\n  one\r\n  two'],
  ])('%s', (_name, text) => {
    const values: unknown = parse(text);
    expect(values).toEqual({ a: firstValue(text) });
  });

  test('on any string, however it is written', () => {
    const written = fc.constantFrom('QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN');
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '  ',
      '\n',
      '\t',
      '"',
      "'",
      '\\',
      'é',
      '😀',
      'word ',
      '# ',
      ': ',
      '\n  ',
    );
    const property = fc.property(
      fc.array(pieces, { maxLength: 40 }),
      written,
      fc.integer({ min: 20, max: 80 }),
      (parts, type, lineWidth) => {
        const value = `x${parts.join('')}`;
        const text = stringify({ a: value }, { defaultStringType: type, lineWidth, blockQuote: false });
        expect(firstValue(text)).toBe(value);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

test('each character of a decoded text has the offset where it is written', () => {
  const text = '"a\\n\\  b\\x41 \n  c"';
  const { value, offsets } = decodeFlowScalar(text, 1, text.length - 1, 'double');
  expect(value).toBe('a\n  bA c');
  expect(offsets).toEqual([1, 2, 4, 6, 7, 8, 13, 16, 17]);
});
