import { describe, expect, test } from 'vitest';
import { colourLine } from './colour-line.ts';

const coloured = (line: string) => colourLine(line).map(({ kind, from, to }) => [kind, line.slice(from, to)]);

describe('colourLine', () => {
  test.each([
    ['kind: ServingTemplate', [['key', 'kind']]],
    ['    - name: main', [['key', 'name']]],
    ['spec:', [['key', 'spec']]],
    ['  "image": "ghcr.io/a/b:1",', [['key', '"image"']]],
    ["  'a: b': c", [['key', "'a: b'"]]],
    [
      '  scenarios.ai.sap.com/id: "Vision"   # shown',
      [
        ['key', 'scenarios.ai.sap.com/id'],
        ['comment', '# shown'],
      ],
    ],
    ['  # only: a comment', [['comment', '# only: a comment']]],
    ['  - https://example.com/a', []],
    ['  - "a # b"', []],
    [
      "  text: it's # a comment",
      [
        ['key', 'text'],
        ['comment', '# a comment'],
      ],
    ],
    [
      'command: ["#", x] # end',
      [
        ['key', 'command'],
        ['comment', '# end'],
      ],
    ],
    ['  "unclosed', []],
    ['', []],
    ['---', []],
  ])('%s', (line, expected) => {
    expect(coloured(line)).toEqual(expected);
  });

  test('a very long line is looked at only where it is read', () => {
    expect(colourLine(`${'x'.repeat(5000)}: 1 # end`)).toEqual([]);
    expect(coloured(`key: ${'x'.repeat(5000)} # end`)).toEqual([['key', 'key']]);
  });
});
