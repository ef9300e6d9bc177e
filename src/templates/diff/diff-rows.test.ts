import { expect, test } from 'vitest';
import { diffRows, pairRows, splitLines, type DiffRow } from './diff-rows.ts';

const side = (row: DiffRow | undefined) => (row && 'text' in row ? row.text : '');

const numbered = (count: number, lineBreak = '\n') =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}${lineBreak}`);

function sketch(rows: readonly DiffRow[]): string[] {
  return rows.map((row) => {
    switch (row.kind) {
      case 'same':
        return `${row.oldLine} ${row.newLine}  ${row.text}`;
      case 'added':
        return `  ${row.newLine} +${row.text}`;
      case 'removed':
        return `${row.oldLine}   -${row.text}`;
      case 'fold':
        return `${row.oldLine} ${row.newLine} … ${row.count}`;
    }
  });
}

test.each(['\n', '\r\n'])(
  'a change in the middle keeps three lines on either side, folds the rest (%j)',
  (end) => {
    const before = numbered(20, end);
    const after = before.toSpliced(9, 1, `changed${end}`, `new${end}`);
    expect(sketch(diffRows(before.join(''), after.join('')))).toEqual([
      '1 1 … 6',
      '7 7  line 7',
      '8 8  line 8',
      '9 9  line 9',
      '10   -line 10',
      '  10 +changed',
      '  11 +new',
      '11 12  line 11',
      '12 13  line 12',
      '13 14  line 13',
      '14 15 … 7',
    ]);
  },
);

test('a single line is not folded', () => {
  const before = numbered(4);
  const rows = sketch(diffRows(before.join(''), [...before, 'new\n'].join('')));
  expect(rows).toEqual(['1 1  line 1', '2 2  line 2', '3 3  line 3', '4 4  line 4', '  5 +new']);
});

test('equal texts have no rows', () => {
  expect(diffRows('a\nb\n', 'a\nb\n')).toEqual([]);
});

test('a changed line break is a change', () => {
  expect(sketch(diffRows('a\nb\n', 'a\r\nb\n'))).toContain('1   -a');
});

test('removed and added lines stand beside each other, the rest beside nothing', () => {
  const pairs = pairRows(diffRows('a\nb\nc\nd\n', 'a\nB\nd\nx\n'));
  expect(pairs.map(({ left, right }) => [side(left), side(right)])).toEqual([
    ['a', 'a'],
    ['b', 'B'],
    ['c', ''],
    ['d', 'd'],
    ['', 'x'],
  ]);
});

test('splitLines counts lines as an editor does', () => {
  expect(splitLines('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c']);
  expect(splitLines('a\n')).toEqual(['a']);
});
