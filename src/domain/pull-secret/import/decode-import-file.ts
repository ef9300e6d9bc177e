import { maxImportBytes } from './import-result.ts';
import type { ImportProblem } from './import-result.ts';

export type DecodedFile = { readonly text: string } | { readonly problem: ImportProblem };

/** Byte order marks (Unicode 16, section 23.8) and their encodings. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Reads the text of a file that was chosen or dropped. Never rejects: a folder or a missing file is a problem too. */
export async function readImportFile(file: Blob): Promise<DecodedFile> {
  if (file.size > maxImportBytes)
    return { problem: { code: 'too-large', bytes: file.size, maxBytes: maxImportBytes } };
  try {
    return decodeImportFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { problem: { code: 'unreadable' } };
  }
}

/**
 * Decodes a file to text: UTF-8, or UTF-16 as PowerShell writes it, with or without a byte order mark. Anything that is
 * not text is rejected as `binary`.
 */
export function decodeImportFile(bytes: Uint8Array): DecodedFile {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? { problem: { code: 'binary' } } : { text };
  } catch {
    return { problem: { code: 'binary' } };
  }
}

function encodingOf(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[1];
  // Importable text starts with an ASCII character, whose other byte is zero in UTF-16.
  if (bytes.length % 2 === 0 && bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  return bytes.length % 2 === 0 && bytes[0] === 0 && bytes[1] !== 0 && bytes.length > 1
    ? 'utf-16be'
    : 'utf-8';
}
