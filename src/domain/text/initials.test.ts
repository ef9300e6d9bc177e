import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Acme Vision', 'AV'],
  ['acme-forecast', 'AF'],
  ['globex_chat.eu', 'GC'],
  ['contoso', 'CO'],
  ['7', '7'],
  ['Ökonomie 2', 'Ö2'],
  ['𝒜b', '𝒜B'],
  ['', '?'],
  ['–', '?'],
])('%s has the tile %s', (text, tile) => {
  expect(initials(text)).toBe(tile);
});
