import { describe, expect, it } from 'vitest';
import { fromByteString, parseGoUrl, splitHostPort, toByteString } from './go-url.ts';

describe('parseGoUrl', () => {
  it.each([
    ['https://ghcr.io', 'ghcr.io', ''],
    ['http://ghcr.io/a/b', 'ghcr.io', '/a/b'],
    ['https://', '', ''],
    ['https:///acmeai', '', '/acmeai'],
    ['https://ghcr.io:5000/', 'ghcr.io:5000', '/'],
    ['https://ghcr.io:', 'ghcr.io:', ''],
    ['https://bob@ghcr.io', 'ghcr.io', ''],
    ['https://bob:p%40ss@x@ghcr.io/a', 'ghcr.io', '/a'],
    ['https://ghcr.io?a=%zz', 'ghcr.io', ''],
    ['https://ghcr.io/a?b#c', 'ghcr.io', '/a'],
    ['https://ghcr.io#\u0001', 'ghcr.io', ''],
    ['https://ghcr.io/%76ision', 'ghcr.io', '/vision'],
    ['https://ghcr.io/a b\\', 'ghcr.io', '/a b\\'],
    ['https://%C3%A9.example', '\u00C3\u00A9.example', ''],
    ['https://a%25b', 'a%b', ''],
    ['https://reg[a-z].example', 'reg[a-z].example', ''],
    ['https://[::1]:5000/a', '[::1]:5000', '/a'],
    ['https://[fe80::1%25en%20%2D0]:1', '[fe80::1%en -0]:1', ''],
    ['https://oci://ghcr.io', 'oci:', '//ghcr.io'],
  ])('%s', (url, host, path) => {
    expect(parseGoUrl(url)).toEqual({ host, path });
  });

  it.each([
    'https://ghcr.io\n',
    'https://ghcr.io/\u007F',
    'https://my host',
    'https://ghcr.io\\a',
    'https://ghcr.io:https',
    'https://ghcr.io:50a',
    'https://ghcr.io:5000x/a',
    'https://ghcr.io/%zz',
    'https://ghcr.io/%4',
    'https://ghcr.io#%',
    'https://%41.example',
    'https://{host}',
    'https://a`b',
    'https://bo b@ghcr.io',
    'https://b%4@ghcr.io',
    'https://[::1',
    'https://[::1]x',
    'https://[::1]:x',
    'https://[fe80::1%25%41%00]',
    'https://[%41::1%25en0]',
    'https://[fe80::1%25en%FF]',
  ])('cannot parse %j', (url) => {
    expect(parseGoUrl(url)).toBeUndefined();
  });
});

describe('splitHostPort', () => {
  it.each([
    ['ghcr.io', 'ghcr.io', ''],
    ['ghcr.io:5000', 'ghcr.io', '5000'],
    ['ghcr.io:', 'ghcr.io', ''],
    ['a:1:2', 'a:1:2', ''],
    ['[::1]:5000', '::1', '5000'],
    ['[::1]', '[::1]', ''],
    ['[::1', '[::1', ''],
    ['[[::1]:1', '[[::1]:1', ''],
    ['[::1]]:1', '[::1]]:1', ''],
    ['a[b]:1', 'a[b]:1', ''],
    ['a:1]', 'a:1]', ''],
    ['[::1]:1]', '[::1]:1]', ''],
    ['', '', ''],
  ])('%j', (hostPort, host, port) => {
    expect(splitHostPort(hostPort)).toEqual({ host, port });
  });
});

describe('byte strings', () => {
  it('have one character per UTF-8 byte, and can be converted back', () => {
    expect(toByteString('é😀')).toBe('\u00C3\u00A9\u00F0\u009F\u0098\u0080');
    expect(fromByteString(toByteString('é😀'))).toBe('é😀');
    expect(toByteString('\uD800')).toBe(toByteString('\uFFFD'));
  });

  it('sort by bytes, whereas texts sort by UTF-16 units', () => {
    const [first, second] = ['\uFF41', '\u{1F600}'] as const;
    expect(first < second).toBe(false);
    expect(toByteString(first) < toByteString(second)).toBe(true);
  });
});
