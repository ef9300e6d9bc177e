import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const file = join(folder, 'secret');
  writeFileSync(file, text);
  return file;
}

describe('a setting in a file', () => {
  test('is read without the line end', () => {
    const file = write('postgres://console:pw@db.example/console\n');
    expect(parseConfig({ DATABASE_URL_FILE: file }).store.databaseUrl).toBe(
      'postgres://console:pw@db.example/console',
    );
  });

  test('can also be the service key', () => {
    const key = '{"clientid":"planted"}';
    expect(parseConfig({ AICORE_SERVICE_KEY_FILE: write(`${key}\n`) }).keySettings.serviceKey).toBe(key);
  });

  test.each([
    ['that is not there', { DATABASE_URL_FILE: join(folder, 'none') }, 'cannot be read (ENOENT)'],
    ['that is a folder', { DATABASE_URL_FILE: folder }, 'cannot be read (EISDIR)'],
    ['beside the setting itself', { DATABASE_URL_FILE: '/x', DATABASE_URL: 'planted' }, 'both set'],
  ])('%s prevents the start', (_case, env, words) => {
    expect(() => parseConfig(env)).toThrow(words);
    expect(() => parseConfig(env)).not.toThrow('planted');
  });

  test('that is empty prevents the start', () => {
    const file = write('\n');
    expect(() => parseConfig({ DATABASE_URL_FILE: file })).toThrow('is empty');
  });

  test('that is wrong is reported without its content', () => {
    const file = write('planted');
    expect(() => parseConfig({ DATABASE_URL_FILE: file })).toThrow(/^DATABASE_URL must be [^p]*PostgreSQL/);
  });
});
