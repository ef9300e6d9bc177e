import { expect, test } from 'vitest';
import { toReturnPath } from './return-path.ts';

test.each([
  ['/acme/docker-registry-secrets?q=a', '/acme/docker-registry-secrets?q=a'],
  ['/auth/signed-in', '/auth/signed-in'],
  ['/auth/sign-out', '/'],
  ['/%61uth/sign-out', '/'],
  ['/auth%2Fsign-out', '/'],
  ['/x/..//elsewhere.example/', '/'],
  ['/%2f%2felsewhere.example/', '/%2f%2felsewhere.example/'],
  ['/\t/elsewhere.example/', '/'],
  ['/%', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example/', '/'],
  ['https://elsewhere.example/', '/'],
  [undefined, '/'],
])('%s returns to %s', (text, path) => {
  expect(toReturnPath(text)).toBe(path);
});

test('a path that is too long for a cookie becomes the start page', () => {
  expect(toReturnPath(`/${'a'.repeat(1499)}`)).toHaveLength(1500);
  expect(toReturnPath(`/${'a'.repeat(1500)}`)).toBe('/');
  expect(toReturnPath(`/${'ü'.repeat(1000)}`)).toBe('/');
});
