import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { loosenIndentation } from './loosen.ts';

/** The values of a text, or undefined if the parser rejects it. */
function valuesOf(text: string, mapAsMap = false): unknown[] | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
  if (!Array.isArray(documents)) return [];
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents.map((document): unknown => document.toJS({ mapAsMap }));
  } catch {
    // An alias without its anchor.
    return undefined;
  }
}

/** Values with runs of spaces reduced to one. */
function flat(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/ +/g, ' '));
}

function loosened(text: string): unknown {
  const result = loosenIndentation(text);
  expect(result).toHaveLength(text.length);
  return valuesOf(result)?.[0];
}

describe('reads what YAML forbids and kubectl accepts', () => {
  test.each([
    ['double quotes in a block mapping', 'a:\n  b: "one\n  two"\n', { a: { b: 'one two' } }],
    ['single quotes at column 0', "a:\n  b: 'one\ntwo'\n", { a: { b: 'one two' } }],
    ['a quoted value on a line of its own', 'a:\n  b:\n    "one\n  two"\n', { a: { b: 'one two' } }],
    ['an escaped line break', 'a:\n  b: "one\\\n  two"\n', { a: { b: 'one  two' } }],
    ['a quoted item of a flow list', 'a:\n  b: ["\n    one\n  "]\n', { a: { b: ['     one   '] } }],
    ['a plain item of a flow list', 'a:\n  b: [one\n  two, three]\n', { a: { b: ['one   two', 'three'] } }],
    ['an item at column 0', 'a:\n  b: [\none,\n  two]\n', { a: { b: ['one', 'two'] } }],
    ['a comment in a flow list', 'a:\n  b: [one, # "two\n  three]\n', { a: { b: ['one', 'three'] } }],
    ['a closing bracket left of its key', 'a:\n  b: [\n    one\n]\n', { a: { b: ['one'] } }],
    [
      'a flow mapping behind a dash',
      'a:\n- b: {c: "d\n  e"}\n  f: g\n',
      { a: [{ b: { c: 'd   e' }, f: 'g' }] },
    ],
    ['a quoted item behind a dash', 'a:\n  - "one\n  two"\n  - b\n', { a: ['one   two', 'b'] }],
    ['CRLF', 'a:\r\n  b: "one\r\n  two"\r\n', { a: { b: 'one    two' } }],
    ['after a block scalar', 'a:\n  b: |\n    "x\n  c: "one\n  two"\n', { a: { b: '"x\n', c: 'one   two' } }],
    [
      'after a plain scalar over lines',
      "a:\n  b: it\n    isn't [\n  c: 'd\n  e'\n",
      { a: { b: "it isn't [", c: 'd   e' } },
    ],
    ['below an anchor and a tag', 'a:\n  b: &x !!str "one\n  two"\n', { a: { b: 'one   two' } }],
    ['below a quoted key', '"a":\n  "b": "one\n  two"\n', { a: { b: 'one   two' } }],
    ['in a second document', 'a: b\n---\nc: "d\ne"\n', { a: 'b' }],
    ['behind a tag, an anchor or a colon in a flow', 'a: [!!str "b\nc", &x "d\ne"]\n', { a: ['b c', 'd e'] }],
    ['behind the colon of a quoted key', 'a: {"b":"c\nd"}\n', { a: { b: 'c d' } }],
  ])('%s', (_name, text, value) => {
    expect(flat(loosened(text))).toEqual(flat(value));
    expect(valuesOf(text)).toBeUndefined();
  });
});

describe('leaves unchanged', () => {
  test.each([
    ['deeper lines', 'a: "one\n two"\nb: [\n  c\n]\n'.replace('\n]', '\n ]')],
    ['blank lines', 'a: "one\n\n two"\n'],
    ['a quote in plain text', "a: it's\nb: isn't\n"],
    ['a quote in a comment', 'a: b # it\'s "\nc: d\n'],
    ['a quote in a block scalar', 'a: |\n  "\n  [\nb: >-\n  {\nc: d\n'],
    ['a bracket in plain text', 'a: b [c\nd: e\n'],
    ['a quote in plain text of a flow list', 'a: [b "c]\nd: "e]"\n'],
    ['a quote in plain text of a flow mapping', "a: {b: it's 'c}\nd: '}'\n"],
    ['lines right of the anchor of a key', 'a: b\n&x c: "d\n  e"\n'],
    ['lines right of a tag that is all of a key', 'a: b\n!t : "c\n  d"\n'],
    ['lines right of a key of its own', '? "a\n  b"\n: c\n'],
    ['JSON', '{\n"a": [\n1\n]\n}\n'],
    ['a quote that is never closed', 'a: "b\nc: d\n'],
    ['a bracket that is never closed', 'a: [b\nc: d\n'],
    ['a document marker in quotes', 'a: "b\n--- c"\n'],
  ])('%s', (_name, text) => {
    expect(loosenIndentation(text)).toBe(text);
  });
});

describe('changes no value of a text that is YAML', () => {
  const folder = new URL('../fixtures/', import.meta.url);
  const fixtures = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8').replace('\uFEFF', ''));
  // No '? ': the parser drops whatever is not allowed after such a key, without an error.
  const pieces = fc.constantFrom(
    '\n',
    '\n  ',
    ': ',
    '- ',
    ' #',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    '|\n',
    '>-\n',
    '---\n',
    'a',
    '&a ',
    '!t ',
  );

  test('the fixtures', () => {
    for (const text of fixtures) expect(valuesOf(loosenIndentation(text))).toEqual(valuesOf(text));
  });

  test('damaged fixtures, and indicators in any order', () => {
    const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 3 }), pieces);
    const damaged = fc
      .tuple(
        fc.constantFrom(...fixtures.filter((text) => text.length < 700)),
        fc.array(place, { minLength: 1, maxLength: 3 }),
      )
      .map(([fixture, damages]) => {
        let text = fixture;
        for (const [where, removed, piece] of damages) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + piece + text.slice(at + removed);
        }
        return text;
      });
    const arranged = fc.array(pieces, { maxLength: 14 }).map((parts) => `a:\n  b: c\n${parts.join('')}`);
    const property = fc.property(fc.oneof(damaged, arranged), (text) => {
      // As maps: a key that is a list would be converted to text that includes its comments.
      const before = valuesOf(text, true);
      fc.pre(before !== undefined);
      expect(valuesOf(loosenIndentation(text), true)).toEqual(before);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
