import { expect, test } from 'vitest';
import { readTemplateFile } from './read-template-file.ts';

test('every character of a text file stays, its byte order mark and line breaks too', async () => {
  const text = '\uFEFFkind: "ä 🔑"\r\n';
  expect(await readTemplateFile(new Blob([text]))).toEqual({ text });
});

test.each([
  ['not UTF-8', [0xff, 0x80]],
  ['with a NUL', [0x61, 0]],
])('a file %s is no text', async (_case, bytes) => {
  expect(await readTemplateFile(new Blob([new Uint8Array(bytes)]))).toEqual({ problem: 'not-text' });
});

test('a file above the limit is not read', async () => {
  const file = new Blob([new Uint8Array(10_000_001).fill(0x61)]);
  expect(await readTemplateFile(file)).toEqual({ problem: 'too-large', maxBytes: 10_000_000 });
});
