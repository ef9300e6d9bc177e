import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkToken, checkUsername } from './credential-checks.ts';
import { trimInvisible } from '../text/trim-invisible.ts';

const whiteSpace = (trimmed: string, lineBreak = false) => ({
  code: 'surrounding-white-space',
  trimmed,
  lineBreak,
});

describe('checkUsername', () => {
  it.each([
    ['john', { warnings: [] }],
    ['$oauthtoken', { warnings: [] }],
    ['two words', { warnings: [] }],
    ['', { problem: { code: 'empty' }, warnings: [] }],
    [' \n', { problem: { code: 'empty' }, warnings: [] }],
    ['jo:hn', { problem: { code: 'contains-colon' }, warnings: [] }],
    [' john', { warnings: [whiteSpace('john')] }],
    [' jo:hn', { problem: { code: 'contains-colon' }, warnings: [whiteSpace('jo:hn')] }],
  ])('%j', (username, check) => {
    expect(checkUsername(username)).toEqual(check);
  });
});

describe('checkToken', () => {
  it.each([
    ['not-a-real-token', { warnings: [] }],
    ['a:b c', { warnings: [] }],
    ['', { problem: { code: 'empty' }, warnings: [] }],
    ['\t ', { problem: { code: 'empty' }, warnings: [] }],
    ['token\n', { warnings: [whiteSpace('token', true)] }],
    ['\r\n token', { warnings: [whiteSpace('token', true)] }],
    ['token ', { warnings: [whiteSpace('token')] }],
    ['a\nb ', { warnings: [whiteSpace('a\nb')] }],
    ['\uFEFFtoken\u200B', { warnings: [whiteSpace('token')] }],
    ['\u00A0token', { warnings: [whiteSpace('token')] }],
  ])('%j', (token, check) => {
    expect(checkToken(token)).toEqual(check);
  });
});

describe('trimInvisible', () => {
  it('agrees with String.trim where there are no zero-width characters', () => {
    const unit = fc.constantFrom(' ', '\t', '\n', '\u00A0', '\u3000', 'a', ':', '😀');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(trimInvisible(text)).toBe(text.trim());
      }),
    );
  });

  it('offers a value that needs no more trimming', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const trimmed = trimInvisible(text);
        expect(trimInvisible(trimmed)).toBe(trimmed);
        expect(text).toContain(trimmed);
        expect(checkToken(text).warnings.length).toBe(trimmed === '' || trimmed === text ? 0 : 1);
      }),
    );
  });
});
