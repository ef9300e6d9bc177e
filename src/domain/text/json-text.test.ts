import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, parseJsonText, toPlainValue } from './json-text.ts';

describe('parseJsonText', () => {
  it('keeps the order of keys and __proto__, in Maps', () => {
    const result = parseJsonText('{"b":1,"10":[true,false,null],"__proto__":{},"2":"x"}');
    expect(result).toEqual({
      ok: true,
      value: new Map<string, unknown>([
        ['b', 1],
        ['10', [true, false, null]],
        ['__proto__', new Map()],
        ['2', 'x'],
      ]),
      duplicates: [],
    });
  });

  it('takes the last value of a repeated key, as JSON.parse does, and says where', () => {
    const result = parseJsonText('{"auths":{"h":{"a":1,"a":2},"h":[{"x":1,"x":3}]}}');
    expect(result).toMatchObject({
      ok: true,
      duplicates: [
        ['auths', 'h', 'a'],
        ['auths', 'h'],
        ['auths', 'h', '0', 'x'],
      ],
    });
    expect(result.ok && toPlainValue(result.value)).toEqual({ auths: { h: [{ x: 3 }] } });
  });

  it.each([
    ['', 'unexpected-end', 1, 1],
    ['{', 'unexpected-end', 1, 2],
    ['{"a":1', 'unexpected-end', 1, 7],
    ['"abc', 'unexpected-end', 1, 5],
    ['{\n  "a": 1\n  "b": 2\n}', 'unexpected-character', 3, 3],
    ['{\r\n  "a": x\r\n}', 'unexpected-character', 2, 8],
    ['[1,\r2,]', 'trailing-comma', 2, 2],
    ['{"a":1,}', 'trailing-comma', 1, 7],
    ["{'a':1}", 'unexpected-character', 1, 2],
    ['{"a" 1}', 'unexpected-character', 1, 6],
    ['[01]', 'unexpected-character', 1, 3],
    ['[1] x', 'unexpected-character', 1, 5],
    ['"a\nb"', 'bad-string', 1, 3],
    ['"\\x"', 'bad-string', 1, 2],
    ['"\\u12"', 'bad-string', 1, 2],
    ['['.repeat(100_000), 'too-deep', 1, 102],
  ])('%j: %s', (text, reason, line, column) => {
    expect(parseJsonText(text)).toEqual({ ok: false, reason, line, column });
  });

  it('reads a string of 1 MiB', () => {
    const text = 'x\\'.repeat(2 ** 19);
    const result = parseJsonText(JSON.stringify(text));
    expect(result.ok && result.value).toBe(text);
  });

  it('reads what JSON.parse reads, and refuses what it refuses', () => {
    const json = fc.json({ noUnicodeString: false });
    const damaged = fc
      .tuple(json, fc.nat(), fc.constantFrom('', ',', '"', '\\', '}', '0', ' ', '\n', '-', '{"a":', '\u00A0'))
      .map(([text, at, piece]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + piece + text.slice(index + (at % 2));
      });
    fc.assert(
      fc.property(fc.oneof(json, damaged), (text) => {
        const expected = jsonParse(text);
        const result = parseJsonText(text);
        expect(result.ok ? { value: toPlainValue(result.value) } : undefined).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatJson', () => {
  it('writes what JSON.stringify writes with two spaces', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const result = parseJsonText(text);
        expect(result.ok && formatJson(result.value)).toBe(JSON.stringify(JSON.parse(text), undefined, 2));
      }),
    );
  });

  it('keeps the order of keys', () => {
    const result = parseJsonText('{"b":[],"10":{"__proto__":1},"9":[{}]}');
    const lines = [
      '{',
      '  "b": [],',
      '  "10": {',
      '    "__proto__": 1',
      '  },',
      '  "9": [',
      '    {}',
      '  ]',
      '}',
    ];
    expect(result.ok && formatJson(result.value)).toBe(lines.join('\n'));
  });
});

function jsonParse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
