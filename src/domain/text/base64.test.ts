import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeBase64Text, encodeBase64 } from './base64.ts';

describe('encodeBase64', () => {
  it('encodes UTF-8 as Buffer does, and is decoded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeBase64(text)).toBe(Buffer.from(text).toString('base64'));
        expect(decodeBase64Text(encodeBase64(text))).toBe(text);
      }),
    );
  });
});

describe('decodeBase64', () => {
  it('decodes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      }),
    );
  });

  it('ignores line breaks', () => {
    expect(decodeBase64Text('am\r\nFu\nZQ==')).toBe('jane');
  });

  it.each(['a', 'ab', 'abc', 'ab=c', 'ab==cd==', 'a b=', 'ab-_', 'ä===', '===='])('refuses %s', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});

describe('decodeBase64Text', () => {
  it('refuses what is not UTF-8, and keeps a byte order mark', () => {
    expect(decodeBase64Text('/w==')).toBeUndefined();
    expect(decodeBase64Text('77u/YQ==')).toBe('\uFEFFa');
  });
});
