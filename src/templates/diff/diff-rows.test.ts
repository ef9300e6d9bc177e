import { expect, test } from 'vitest';
import { applyEdits } from '../../domain/template/patch/apply-edits.ts';
import { diffRows, splitLines, type DiffRow } from './diff-rows.ts';

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

/** The rows after `insert` took the place of each `old`, or, where that is empty, went before the line. */
function rowsOf(
  before: string,
  ...changes: readonly { old?: string; before?: string; insert: string }[]
): DiffRow[] {
  const edits = changes.map(({ old = '', before: line = old, insert }) => {
    const start = before.indexOf(line);
    return { start, end: start + old.length, insert };
  });
  const { text, hunks } = applyEdits(before, edits);
  return diffRows(before, text, hunks);
}

test.each(['\n', '\r\n'])(
  'a change in the middle keeps three lines on either side, folds the rest (%j)',
  (end) => {
    const before = numbered(20, end).join('');
    expect(sketch(rowsOf(before, { old: 'line 10', insert: `changed${end}new` }))).toEqual([
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

test('lines put in between two others, and a single line that is not folded', () => {
  const rows = sketch(rowsOf(numbered(8).join(''), { before: 'line 5', insert: 'new\nnewer\n' }));
  expect(rows).toEqual([
    '1 1  line 1',
    '2 2  line 2',
    '3 3  line 3',
    '4 4  line 4',
    '  5 +new',
    '  6 +newer',
    '5 7  line 5',
    '6 8  line 6',
    '7 9  line 7',
    '8 10  line 8',
  ]);
});

test('a line put in behind the last one, which had no line break', () => {
  const { text, hunks } = applyEdits('a\nb', [{ start: 3, end: 3, insert: '\nc' }]);
  expect(sketch(diffRows('a\nb', text, hunks))).toEqual(['1 1  a', '2 2  b', '  3 +c']);
});

test('two changes of one line are one', () => {
  const rows = sketch(rowsOf('a\n[b, c]\n', { old: 'b', insert: 'x' }, { old: 'c', insert: 'y' }));
  expect(rows).toEqual(['1 1  a', '2   -[b, c]', '  2 +[x, y]']);
});

test('a value over several lines that becomes one', () => {
  expect(sketch(rowsOf('a: b\n  c\nd\n', { old: 'b\n  c', insert: 'x' }))).toEqual([
    '1   -a: b',
    '2   -  c',
    '  1 +a: x',
    '3 2  d',
  ]);
});

test('without a change there are no rows', () => {
  expect(rowsOf('a\nb\n')).toEqual([]);
});

test('splitLines counts lines as an editor does', () => {
  expect(splitLines('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c']);
  expect(splitLines('a\n')).toEqual(['a']);
});
