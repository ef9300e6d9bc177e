import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitShellCommands } from './shell-words.ts';

describe('splitShellCommands', () => {
  it.each([
    ['a b', [['a', 'b']]],
    [`'a b' "c d" e\\ f`, [['a b', 'c d', 'e f']]],
    [`a'b'"c"`, [['abc']]],
    [`'' ""`, [['', '']]],
    [`"a\\"b\\\\c\\d"`, [['a"b\\c\\d']]],
    [`$'a\\n\\'b\\''`, [["a\n'b'"]]],
    ['a \\\n b', [['a', 'b']]],
    ['a `\r\n b', [['a', 'b']]],
    ['a ^\r\n b', [['a', 'b']]],
    ['a | b && c; d\ne', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['# comment\na # more\nb#c', [['a'], ['b#c']]],
    ['', []],
  ])('%j', (text, commands) => {
    const result = splitShellCommands(text);
    expect(result.ok && result.commands.map((words) => words.map((word) => word.text))).toEqual(commands);
  });

  it.each([
    ['$TOKEN', true],
    ['"${TOKEN}"', true],
    ['$(aws ecr get-login-password)', true],
    ['"a$(id)"', true],
    ['`cat token`', true],
    ['a$1', true],
    ["'$TOKEN'", false],
    ['"\\$TOKEN"', false],
    ['\\$TOKEN', false],
    ['a$', false],
    ['"cost: 5 $"', false],
  ])('marks %s as expanding: %s', (text, expands) => {
    const result = splitShellCommands(text);
    expect(result.ok && result.commands[0]?.map((word) => word.expands)).toEqual([expands]);
  });

  it.each([`'a`, `"a`, `a "b\\"`, `$'a\\'`])('refuses the open quote in %s', (text) => {
    expect(splitShellCommands(text)).toEqual({ ok: false });
  });

  it('splits words as bash does', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', '0', '%', ':', '/', '+', '=', '.', '-', 'ü'),
      minLength: 1,
    });
    const inner = fc.string({
      unit: fc.constantFrom('a', ' ', '  ', '#', '|', ';', '&', '\n', '(', '*', 'é'),
    });
    const quoted = fc.oneof(
      word,
      inner.map((text) => `'${text}"\\\\'`),
      inner.map((text) => `"${text}'\\"\\\\\\$"`),
      fc.constantFrom('\\ ', "\\'", '\\"', '\\\\', '\\$', '\\\n', '\\#'),
    );
    const line = fc.array(fc.tuple(quoted, fc.constantFrom('', ' ', '\t')), { minLength: 1, maxLength: 8 });
    const lines = fc.sample(line, 200).map((parts) => `x${parts.flat().join('')}`);
    const script = lines.map((text) => `printf '%s\\0' ${text}\nprintf '\\0\\0'\n`).join('');
    const output = execFileSync('bash', ['-f', '-c', script], { encoding: 'utf8' });
    const expected = output.split('\0\0\0').slice(0, -1);
    const actual = lines.map((text) => {
      const result = splitShellCommands(text);
      return result.ok ? result.commands.flat().map((item) => item.text) : [];
    });
    expect(actual.map((words) => words.join('\0'))).toEqual(expected);
  });
});
