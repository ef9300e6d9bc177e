import { expect, test, vi } from 'vitest';
import { letterOf } from './letter-of.ts';

test.each([
  ['with Caps Lock', 'G', 'KeyG', 'g'],
  ['French: the letter counts, not its place', 'a', 'KeyQ', 'a'],
  ['French, a digit without Shift', 'é', 'Digit2', 'é'],
  ['German ?', '?', 'Minus', '?'],
  ['German /', '/', 'Digit7', '/'],
  ['Polish ł', 'ł', 'KeyL', 'ł'],
  ['Russian г', 'г', 'KeyU', 'u'],
  ['Greek, with Caps Lock', 'Κ', 'KeyK', 'k'],
  ['a dead key', 'Dead', 'KeyE', 'dead'],
])('%s', (_, key, code, letter) => {
  expect(letterOf({ key, code, getModifierState: () => false })).toBe(letter);
});

test('what AltGr writes is no letter of another keyboard', () => {
  const getModifierState = vi.fn<(modifier: string) => boolean>((modifier) => modifier === 'AltGraph');
  expect(letterOf({ key: '”', code: 'KeyN', getModifierState })).toBe('”');
});
