import { expect, test } from 'vitest';
import { stripUrl } from './known-text.ts';

test.each([
  ['https://git.example/team/repo.git', 'https://git.example/team/repo.git'],
  [' ghcr.io ', 'ghcr.io'],
  ['https://jo:invented@git.example/r', 'https://git.example/r'],
  ['https://jo@acme:invented@git.example/r', 'https://git.example/r'],
  ['https://git.example/r?key=invented#invented', 'https://git.example/r'],
  // It is unclear which of the two is the host.
  ['https://git.example/r@other.example', undefined],
  ['https://git.example/a b', undefined],
  [`https://git.example/${'r'.repeat(512)}`, undefined],
])('of the address “%s” is kept %s', (address, told) => {
  expect(stripUrl(address)).toBe(told);
});
