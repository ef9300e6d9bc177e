import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitShellCommands } from './shell-commands.ts';

describe('splitShellCommands', () => {
  it.each([
    ['a b', [['a', 'b']]],
    [`'a b' "c d" e\\ f`, [['a b', 'c d', 'e f']]],
    [`a'b'"c"`, [['abc']]],
    [`'' ""`, [['', '']]],
    [`"a\\"b\\\\c\\d"`, [['a"b\\c\\d']]],
    [`$'a\\n\\'b\\''`, [["a\n'b'"]]],
    // As bash writes its own history: each byte of a non-ASCII letter on its own.
    [`$'p\\303\\244ss\\x41\\u00e9\\U1F600\\e\\q'`, [['p\u00E4ssA\u00E9\u{1F600}\u001B\\q']]],
    ['a \\\n b', [['a', 'b']]],
    ['a `\r\n b', [['a', 'b']]],
    ['a ^\r\n b', [['a', 'b']]],
    ['a | b && c; d\ne', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['# comment\na # more\nb#c', [['a'], ['b#c']]],
    ['', []],
    // Redirections, and text that only looks like one.
    ['a < in b > out 2> err 2>&1 c &> all', [['a', 'b', 'c']]],
    ['a <your registry> b-<name>.c <<<d', [['a', '<your registry>', 'b-<name>.c']]],
    ['a <in b >out', [['a', 'b']]],
    ['(a b) && c(d)', [['a', 'b'], ['c(d)']]],
    // The other shells.
    ['echo a `\n \'it\'\'s\' "x""y`"z" `$b C:\\c', [['echo', 'a', "it's", 'x"y"z', '$b', 'C:\\c']]],
    ['a ^\r\n \'b "c \\" d" e^&f', [['a', "'b", 'c " d', 'e&f']]],
    // Word processors.
    ['a “b c” --d=‘e f’ g“h', [['a', 'b c', '--d=e f', 'g“h']]],
  ])('%j', (text, commands) => {
    const result = splitShellCommands(text);
    expect(result.commands.map(({ words }) => words.map((word) => word.text))).toEqual(commands);
    expect(result.closed).toBe(true);
  });

  it.each([
    ['$TOKEN', true],
    ['"${TOKEN}"', true],
    ['$(aws ecr get-login-password)', true],
    ['"a$(id)"', true],
    [`"$(a "b (c" ')' \\) $(d))"`, true],
    ['<(cat token)', true],
    ['`cat token`', true],
    ['a$1', true],
    ["'$TOKEN'", false],
    ['"\\$TOKEN"', false],
    ['\\$TOKEN', false],
    ['a$', false],
    ['"cost: 5 $"', false],
  ])('marks %s as expanding: %s', (text, expands) => {
    const { commands } = splitShellCommands(text);
    expect(commands[0]?.words.map((word) => word.expands)).toEqual([expands]);
  });

  it.each([`x 'a`, `x "a`, `x "b\\"`, `x $'a\\'`, 'x "$(a"', 'x ${a', 'x “a'])(
    'reports the open quote in %s',
    (text) => {
      expect(splitShellCommands(text)).toMatchObject({
        closed: false,
        commands: [{ words: [{ text: 'x' }] }],
      });
    },
  );

  it.each([
    ["a <<< 'b c'", 'b c', false],
    ['a <<<$B', '$B', true],
    ['a <<EOF\nb\n  c\nEOF\nd', 'b\n  c', false],
    ["a <<-'EOF' > file\n$b\n\tEOF\n", '$b', false],
    ['a << EOF\n$b\nEOF\n', '$b', true],
    ['a <<EOF\nb', 'b', false],
  ])('reads the input of %j', (text, input, expands) => {
    expect(splitShellCommands(text).commands[0]).toMatchObject({ input: { text: input, expands } });
  });

  it('reads a here-string of PowerShell', () => {
    const { commands } = splitShellCommands("@'\r\nit's\r\n'@ | a");
    expect(commands).toMatchObject([{ words: [{ text: "it's" }] }, { piped: true, words: [{ text: 'a' }] }]);
  });

  it('says which command reads the output of the one before it', () => {
    const { commands } = splitShellCommands('a | b |\n c && d || e; f\ng');
    expect(commands.map(({ piped }) => piped)).toEqual([false, true, true, false, false, false, false]);
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
      return result.commands.flatMap(({ words }) => words).map((item) => item.text);
    });
    expect(actual.map((words) => words.join('\0'))).toEqual(expected);
  });
});
