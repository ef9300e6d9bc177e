import { describe, expect, test } from 'vitest';

import { parseTemplate } from './parse.ts';

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

  test.each([
    ['a value', 'a: {{x}}-b\nc: d\n', 'unquoted-placeholder', 3],
    ['a broken text besides', 'a: {{x}}\nb: "c\n', 'unclosed-quote', 12],
    ['a line that is broken by something else', 'a: "{{x}}" b\n', 'unexpected-text', 11],
    ['a chart that is no YAML', '{{- if x\n  }}\na: {{- .Values.x }}\n', 'helm-template', 0],
  ])('a {{…}} without quotes in %s', (_name, text, code, offset) => {
    const result = parseTemplate(text);
    expect('problem' in result ? result.problem : result.flaws[0]).toMatchObject({ code, offset });
  });

  test('deep nesting is reported and does not crash', () => {
    expect(parseTemplate('['.repeat(30_000))).toMatchObject({ problem: { code: 'too-deep' } });
  });
});
