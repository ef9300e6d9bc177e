import { describe, expect, it, test } from 'vitest';
import { toCsv } from './csv.ts';

describe('a field', () => {
  it.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a "quoted", word', '"a ""quoted"", word"'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['\n=1', `"'\n'=1"`],
    ['\nword', `"'\nword"`],
    ['＝1', `"'＝1"`],
    ['＋1', `"'＋1"`],
    ['－1', `"'－1"`],
    ['＠SUM(A1)', `"'＠SUM(A1)"`],
    ['a;=1', `"a;'=1"`],
    ['a;=1;+2;;@3', `"a;'=1;'+2;;'@3"`],
    ['a\t＝1', `"a\t'＝1"`],
    ['a\n-1', `"a\n'-1"`],
    ['a; b', '"a; b"'],
    ['a=1', '"a=1"'],
  ])('%j is written as %j', (value, written) => {
    expect(toCsv([[value]])).toBe(`${written}\r\n`);
  });

  test('a number stays a number', () => {
    expect(toCsv([[3, -2]])).toBe('3,-2\r\n');
  });
});

test('each row is a line', () => {
  expect(
    toCsv([
      ['tenant', 'left'],
      ['acme', 7],
    ]),
  ).toBe('"tenant","left"\r\n"acme",7\r\n');
});
