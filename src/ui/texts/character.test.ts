import { expect, it } from 'vitest';
import { spell as inGerman } from './de/character.ts';
import { spell } from './en/character.ts';

it.each([
  [' ', 'A space', 'Ein Leerzeichen'],
  ['\n', 'A line break', 'Ein Zeilenumbruch'],
  ['\0', 'An invisible character', 'Ein unsichtbares Zeichen'],
  ['\u200B', 'An invisible character', 'Ein unsichtbares Zeichen'],
  ['\u00A0', 'An invisible character', 'Ein unsichtbares Zeichen'],
  ['é', '“é”', '„é“'],
])('%j is called %s, %s', (character, english, german) => {
  expect([spell(character), inGerman(character)]).toEqual([english, german]);
});
