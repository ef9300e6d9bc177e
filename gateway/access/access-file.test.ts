import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { captureLog } from '../testing/test-app.ts';
import { openAccessFile, type AccessFile } from './access-file.ts';

let folder: string;
let file: string;
let open: AccessFile | undefined;
const log = captureLog();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  file = join(folder, 'access.yaml');
});
afterEach(() => {
  open?.close();
  open = undefined;
  rmSync(folder, { recursive: true });
});

function openFile(text: string): AccessFile {
  writeFileSync(file, text);
  open = openAccessFile(file, { logger: pino({ level: 'info' }, log.stream), pollMs: 20 });
  return open;
}

const yaml = `
groups:
  platform-admins: { role: editor, tenants: ["*"] }
  vision-team:
    - { role: viewer, tenants: [acme-*] }
    - { role: editor, resources: [repositories], tenants: [acme-vision] }
`;

describe('the file of roles', () => {
  test('is YAML', () => {
    expect(openFile(yaml).groups()).toEqual(
      new Map([
        ['platform-admins', [{ role: 'editor', resource: '*', tenants: ['*'] }]],
        [
          'vision-team',
          [
            { role: 'viewer', resource: '*', tenants: ['acme-*'] },
            { role: 'editor', resource: 'repositories', tenants: ['acme-vision'] },
          ],
        ],
      ]),
    );
  });

  test('or JSON', () => {
    const groups = openFile('{"groups":{"a":{"role":"auditor","tenants":["x"]}}}').groups();
    expect(groups.get('a')).toEqual([{ role: 'auditor', resource: '*', tenants: ['x'] }]);
  });

  test.each([
    ['groups: [', 'neither YAML nor JSON'],
    ['groups: { a: { role: owner, tenants: ["*"] } }', 'wrong at groups.a'],
    ['groups: { a: { role: editor } }', 'wrong at groups.a'],
    ['groups: { a: { role: editor, tenants: [] } }', 'wrong at groups.a'],
    ['groups: { a: { role: editor, tenants: ["*"], tenant: x } }', 'wrong at groups.a'],
    [
      'groups: { a: { role: editor, tenants: ["*"], resources: [repository] } }',
      'wrong at groups.a: .* a list of resources \\(\\*, dockerRegistrySecrets, repositories,',
    ],
    ['group: {}', 'wrong at groups'],
    ['', 'wrong at its top'],
  ])('%j is refused at the start in one sentence', (text, words) => {
    expect(() => openFile(text)).toThrow(
      new RegExp(`^CONSOLE_ACCESS_FILE: \\S+access\\.yaml .*${words}[^\n]*\\.$`),
    );
  });

  test('must exist', () => {
    expect(() => openAccessFile(file, { logger: pino({ level: 'silent' }) })).toThrow('cannot be read');
  });

  test('is read again when it changes; a broken file changes nothing', async () => {
    const access = openFile(yaml);
    writeFileSync(file, 'groups: { a: { role: nobody } }');
    await expect.poll(() => log.text()).toContain('the previous roles stay in use');
    expect([...access.groups().keys()]).toEqual(['platform-admins', 'vision-team']);
    writeFileSync(file, 'groups: { later: { role: viewer, tenants: ["*"] } }');
    await expect.poll(() => [...access.groups().keys()]).toEqual(['later']);
  });

  test('counts only once it is completely written: half of a file can grant more', () => {
    vi.useFakeTimers();
    const half = 'groups:\n  a:\n    role: editor\n    tenants: ["*"]\n';
    const access = openFile(yaml);
    const before = access.groups();
    writeFileSync(file, half);
    vi.advanceTimersByTime(20);
    expect(access.groups()).toBe(before);
    writeFileSync(file, `${half}    resources: [repositories]\n`);
    vi.advanceTimersByTime(20);
    expect(access.groups()).toBe(before);
    vi.advanceTimersByTime(20);
    expect(access.groups().get('a')).toEqual([{ role: 'editor', resource: 'repositories', tenants: ['*'] }]);
    vi.useRealTimers();
  });
});
