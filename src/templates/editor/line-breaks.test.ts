import { array, assert, constantFrom, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertPasted, restoreLineBreaks, toFieldText } from './line-breaks.ts';

describe('restoreLineBreaks', () => {
  test.each([
    ['nothing changed', 'a\r\nb\r\n', 'a\nb\n', 'a\r\nb\r\n'],
    ['a letter typed', 'a\r\nb\r\n', 'a\nbc\n', 'a\r\nbc\r\n'],
    ['a line typed between', 'a\r\nb\r\n', 'a\nnew\nb\n', 'a\r\nnew\r\nb\r\n'],
    ['a line typed at the start', 'a\r\nb\r\n', 'new\na\nb\n', 'new\r\na\r\nb\r\n'],
    ['a line removed', 'a\r\nb\r\nc', 'a\nc', 'a\r\nc'],
    ['one odd line break kept', 'a\r\nb\nc\r\nd', 'a\nb\nc\nd!', 'a\r\nb\nc\r\nd!'],
    ['mostly LF: LF is typed', 'a\nb\nc\r\nd', 'a\nb\nc\nd\ne', 'a\nb\nc\r\nd\ne'],
    ['LF only', 'a\nb', 'a\nx\nb', 'a\nx\nb'],
    ['all removed', 'a\r\nb', '', ''],
    ['a lone CR kept', 'a\rb\r\nc\r\nd', 'a\nb\nc\nd!', 'a\rb\r\nc\r\nd!'],
  ])('%s', (_case, original, edited, expected) => {
    expect(restoreLineBreaks(original, edited)).toBe(expected);
  });

  const line = stringMatching(/^[ab]{0,3}$/);
  const text = array(tuple(line, constantFrom('\n', '\r\n'))).map((lines) => lines.flat().join(''));

  test('what the field shows is what was typed, whatever the line breaks are', () => {
    assert(
      property(text, text, (original, typed) => {
        const edited = toFieldText(typed);
        expect(toFieldText(restoreLineBreaks(original, edited))).toBe(edited);
      }),
    );
  });

  test('a text that nobody touched keeps every byte', () => {
    assert(
      property(text, (original) => {
        expect(restoreLineBreaks(original, toFieldText(original))).toBe(original);
      }),
    );
  });
});

test.each([
  ['into an empty field', '', 0, 0, 'a\r\nb\r\n', 'a\r\nb\r\n'],
  ['over a selection across a line break', 'a\r\nb\r\nc', 2, 4, 'x\ny', 'a\r\nx\nyc'],
  ['before a line break', 'a\r\nb', 1, 1, '!', 'a!\r\nb'],
])('a paste goes in byte for byte %s', (_case, original, start, end, pasted, expected) => {
  expect(insertPasted(original, start, end, pasted)).toBe(expected);
});
