import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeImportFile, readImportFile } from './decode-import-file.ts';

const binary = { problem: { code: 'binary' } };

describe('decodeImportFile', () => {
  it.each([
    ['UTF-8', Buffer.from('{"ü😀"}')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF{"ü😀"}')],
    ['UTF-16LE with a byte order mark', Buffer.from('\uFEFF{"ü😀"}', 'utf16le')],
    ['UTF-16LE', Buffer.from('{"ü😀"}', 'utf16le')],
    ['UTF-16BE with a byte order mark', Buffer.from('\uFEFF{"ü😀"}', 'utf16le').swap16()],
    ['UTF-16BE', Buffer.from('{"ü😀"}', 'utf16le').swap16()],
  ])('decodes %s', (_, bytes) => {
    expect(decodeImportFile(bytes)).toEqual({ text: '{"ü😀"}' });
  });

  it.each([
    ['a NUL', Buffer.from('{"a\0b"}')],
    ['one zero byte', Buffer.from([0])],
    ['Latin-1', Buffer.from('{"jürgen"}', 'latin1')],
    ['half a character', Buffer.from('{"ü').subarray(0, -1)],
    ['a gzip header', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00])],
    ['half of a UTF-16 unit', Buffer.from([0xff, 0xfe, 0x7b])],
  ])('refuses %s as binary', (_, bytes) => {
    expect(decodeImportFile(bytes)).toEqual(binary);
  });

  it('refuses more than 1 MiB, whatever it is, and does not read it', async () => {
    const maxBytes = 1_048_576;
    const file = new Blob([new Uint8Array(5 * maxBytes)]);
    const read = vi.spyOn(file, 'arrayBuffer');
    expect(await readImportFile(file)).toEqual({
      problem: { code: 'too-large', bytes: 5 * maxBytes, maxBytes },
    });
    expect(read).not.toHaveBeenCalled();
    const fits = new Blob([new Uint8Array(maxBytes).fill(0x20)]);
    expect(await readImportFile(fits)).toHaveProperty('text.length', maxBytes);
  });

  it('reports that a folder or a missing file cannot be read', async () => {
    const file = new Blob(['text']);
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
    expect(await readImportFile(file)).toEqual({ problem: { code: 'unreadable' } });
  });

  it('has a result for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoded = decodeImportFile(bytes);
        expect('text' in decoded ? decoded.text.includes('\0') : decoded).toEqual(
          'text' in decoded ? false : binary,
        );
      }),
    );
  });
});
