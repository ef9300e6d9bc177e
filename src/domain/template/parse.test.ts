import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { readFast } from './fast/read.ts';
import { readFull } from './full-parser.ts';
import type { Node, TemplateTree } from './node.ts';
import { parseTemplate } from './parse.ts';
import { largeServingTemplate, largeWorkflowTemplate } from './testing/large-template.ts';

const folder = new URL('fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((name) =>
  readFileSync(new URL(name, folder), 'utf8').replace('\uFEFF', ''),
);

// A node as plain data, so that the two readers can be compared; empty nodes may stand anywhere in a gap.
function outline(node: Node): unknown {
  const place = node.start === node.end ? 'empty' : [node.start, node.end];
  const head = { kind: node.kind, place, anchor: node.anchor };
  switch (node.kind) {
    case 'scalar': {
      return node.style === 'literal' || node.style === 'folded'
        ? { ...head, style: node.style, bodyStart: node.bodyStart, indent: node.indent }
        : { ...head, style: node.style };
    }
    case 'alias': {
      return { ...head, name: node.name, target: node.target?.start ?? null };
    }
    case 'seq': {
      return { ...head, flow: node.flow, dashes: node.dashes, items: node.items.map(outline) };
    }
    case 'map': {
      const pairs = node.pairs.map(({ name, key, value }) => [name, outline(key), outline(value)]);
      return { ...head, flow: node.flow, pairs };
    }
    default: {
      return node satisfies never;
    }
  }
}

function outlineAll(trees: readonly TemplateTree[]): unknown[] {
  return trees.map(({ start, root, style, shared }) => ({
    start,
    root: outline(root),
    sequenceOffsets: [...style.sequenceOffsets].toSorted(([a], [b]) => a - b),
    shared: [...shared].map((node) => node.start).toSorted((a, b) => a - b),
  }));
}

/** True if the fast reader took the text; it then has to agree with the full parser. */
function compare(text: string): boolean {
  const fast = readFast(text);
  if (fast === null) return false;
  const full = readFull(text);
  expect(outlineAll(fast)).toEqual('trees' in full ? outlineAll(full.trees) : full.problem);
  return true;
}

describe('the fast reader agrees with the full parser', { timeout: 60_000 }, () => {
  test('on the fixtures, most of which it reads alone', () => {
    const taken = fixtures.filter((text) => compare(text));
    expect(taken.length).toBeGreaterThan(fixtures.length * 0.8);
  });

  test.each([largeWorkflowTemplate(20_000), largeServingTemplate(20_000)])(
    'on generated templates',
    (text) => {
      expect(compare(text)).toBe(true);
    },
  );

  // Damage: whatever becomes of a template, the fast reader either gives up or is right.
  const pieces = fc.constantFrom(
    ...' ,  ,\n,\n\n,\r\n,\t,:,: ,- ,-,#, #,",\',{,},[,],&a ,*a,|,|2\n,>,>-\n,? ,!,%,@,\\,---\n,...\n,a,0,~,<<: ,"",\'\''.split(
      ',',
    ),
    ',',
    ', ',
  );

  test('on damaged templates', () => {
    const small = fixtures.filter((text) => text.length < 900);
    const run = (): void =>
      fc.assert(
        fc.property(
          fc.constantFrom(...small),
          fc.array(
            fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3 }), pieces),
            {
              minLength: 1,
              maxLength: 3,
            },
          ),
          (fixture, damages) => {
            let text = fixture;
            for (const [where, removed, piece] of damages) {
              const at = Math.floor(where * text.length);
              text = text.slice(0, at) + piece + text.slice(at + removed);
            }
            compare(text);
          },
        ),
        { numRuns: 600 },
      );
    expect(run).not.toThrow();
  });

  const arranged = fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
    compare(`a:\n  b: c\n${parts.join('')}`);
    compare(parts.join(''));
  });

  test('on random arrangements of indicators', () => {
    expect(() => fc.assert(arranged, { numRuns: 600 })).not.toThrow();
  });
});

describe('broken texts', () => {
  test.each([
    ['tab as indentation', 'kind: Workflow\nspec:\n\tentrypoint: a\n', 'tab-indentation', 3, 1],
    ['double quote left open', 'kind: "Workflow\nspec:\n  a: b\n', 'unclosed-quote', 1, 7],
    ['single quote left open', "a: 1\nb:\n  c: 'it's\n  d: 2\n", 'unexpected-text', 3, 10],
    ['bracket left open', 'a: [1, 2\nb: 3\n', 'unclosed-bracket', 1, 4],
    ['brace left open', '{"a": {"b": 1}', 'unclosed-bracket', 1, 1],
    ['duplicate key', 'spec:\n  a: 1\n  b: 2\n  a: 3\n', 'duplicate-key', 4, 3],
    ['mapping on a value’s line', 'a: b: c\n', 'nested-mapping', 1, 4],
    ['crooked indentation', 'a:\n   b: 1\n  c: 2\n', 'bad-indentation', 3, 1],
    ['unknown escape', 'a: "\\q"\n', 'bad-escape', 1, 5],
    ['reserved character', 'a: @x\n', 'bad-start-character', 1, 4],
    ['no colon', 'a: 1\nfoo\nb: 2\n', 'missing-colon', 2, 1],
    ['text behind a quote', 'a: "x" y\n', 'unexpected-text', 1, 8],
    ['no such anchor', 'a: 1\nb: *nowhere\n', 'unknown-alias', 2, 4],
    ['binary', '\u0089PNG\r\n\u001A\n\u0000', 'binary', 2, 1],
    ['HTML', '<html>\n<body class="x: y">\n', 'missing-colon', 1, 1],
    ['error in the second document', 'a: 1\n---\nb: "\n', 'unclosed-quote', 3, 4],
  ])('%s', (_name, text, code, line, column) => {
    const result = parseTemplate(text);
    const problem = 'problem' in result ? result.problem : null;
    expect(problem?.code).toBe(code);
    const before = text.slice(0, problem?.offset).split('\n');
    expect([before.length, (before.at(-1)?.length ?? 0) + 1]).toEqual([line, column]);
  });

  test('deep nesting is told, not crashed on', () => {
    expect(parseTemplate('['.repeat(30_000))).toMatchObject({ problem: { code: 'too-deep' } });
  });
});
