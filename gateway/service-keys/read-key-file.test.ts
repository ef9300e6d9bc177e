import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readKeyFile } from './read-key-file.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ open: typeof open }>();
  return { ...real, open: vi.fn<typeof open>(real.open) };
});

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-file-'));
  path = join(folder, 'acme.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('readKeyFile', () => {
  test.each([
    ['text', '{"a":"ü"}', '{"a":"ü"}'],
    ['nothing', '', ''],
    ['a byte order mark', '\u{FEFF}{}', '{}'],
    ['exactly 64 KiB', 'x'.repeat(65_536), 'x'.repeat(65_536)],
  ])('reads %s', async (_name, content, text) => {
    await writeFile(path, content);
    expect(await readKeyFile(path)).toEqual({ ok: true, text });
  });

  test('follows a link', async () => {
    await writeFile(join(folder, 'target'), '{}');
    await symlink('target', path);
    expect(await readKeyFile(path)).toEqual({ ok: true, text: '{}' });
  });

  test.each<[string, () => unknown, string]>([
    ['nothing there', () => undefined, 'there is no such file'],
    ['a folder', () => mkdir(path), 'it is a folder'],
    ['a pipe that nobody writes to', () => execFileSync('mkfifo', [path]), 'it is not a regular file'],
    ['a link to an endless device', () => symlink('/dev/zero', path), 'it is not a regular file'],
    ['a link that leads nowhere', () => symlink('missing', path), 'there is no such file'],
    ['a link to itself', () => symlink('acme.json', path), 'its symbolic links form a loop'],
    ['a file of 1 GB', () => makeHuge(), 'it is larger than 65 kB'],
    ['a byte too many', () => writeFile(path, 'x'.repeat(65_537)), 'it is larger than 65 kB'],
    ['a binary file', () => writeFile(path, Buffer.from([0x7f, 0xff, 0xfe, 0x00])), 'it is not UTF-8 text'],
    ['text in UTF-16', () => writeFile(path, '\u{FEFF}{"a":1}', 'utf16le'), 'it is not UTF-8 text'],
  ])('%s is reported', async (_name, make, reason) => {
    await make();
    const before = process.memoryUsage().rss;
    expect(await readKeyFile(path)).toEqual({ ok: false, reason });
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });

  // Mocked, because the tests may run as root, who may read everything.
  test.each([
    ['EACCES', 'the gateway is not allowed to read it'],
    ['EMFILE', 'it cannot be read (EMFILE)'],
  ])('the error %s is reported', async (code, reason) => {
    vi.mocked(open).mockRejectedValueOnce(Object.assign(new Error('planted'), { code }));
    expect(await readKeyFile(path)).toEqual({ ok: false, reason });
  });
});

/** A sparse file: it has that size but takes no space. */
async function makeHuge(): Promise<void> {
  await writeFile(path, '');
  await truncate(path, 1e9);
}
