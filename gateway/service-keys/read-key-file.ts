import { constants } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { errorCode } from '../common/error-code.ts';

/** The text of a file, or why there is none, as a clause for the operator. */
export type KeyFileResult = { ok: true; text: string } | { ok: false; reason: string };

/** A service key with a chain of certificates has about 10 kB. */
const maxKeyFileBytes = 64 * 1024;
// Without O_NONBLOCK opening a pipe that nobody writes to would hang.
const openFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Reads a small text file. Anything else with its name (a folder, a pipe, a device, a huge file) is reported, not read.
 */
export async function readKeyFile(path: string): Promise<KeyFileResult> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, openFlags);
    const found = await file.stat();
    if (found.isDirectory()) return { ok: false, reason: 'it is a folder' };
    if (!found.isFile()) return { ok: false, reason: 'it is not a regular file' };
    const bytes = await readAtMost(file, maxKeyFileBytes + 1);
    if (bytes.length > maxKeyFileBytes)
      return { ok: false, reason: `it is larger than ${Math.floor(maxKeyFileBytes / 1000)} kB` };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { ok: false, reason: explainFailure(error) };
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** The names in a folder, without hidden ones. A missing folder differs from one that cannot be read. */
export async function listKeyFolder(
  path: string,
): Promise<{ ok: true; names: string[] } | { ok: false; isMissing: boolean }> {
  try {
    const names = await readdir(path);
    return { ok: true, names: names.filter((name) => !name.startsWith('.')).toSorted() };
  } catch (error) {
    return { ok: false, isMissing: ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) };
  }
}

/** Does not rely on the file's size: a file can grow while it is read, and some claim 0 and never end. */
async function readAtMost(file: FileHandle, limit: number): Promise<Buffer> {
  const buffer = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const { bytesRead } = await file.read(buffer, length, limit - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

const reasons: Record<string, string> = {
  EACCES: 'the gateway is not allowed to read it',
  EPERM: 'the gateway is not allowed to read it',
  ENOENT: 'there is no such file',
  ELOOP: 'its symbolic links form a loop',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
};

/** The error's own message is not used, because it can quote what was read. */
function explainFailure(error: unknown): string {
  const code = errorCode(error);
  return reasons[code] ?? `it cannot be read (${code})`;
}
