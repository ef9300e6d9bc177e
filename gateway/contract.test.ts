import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { consoleConfigSchema } from './contract.ts';

const connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };

describe('consoleConfigSchema', () => {
  test.each([
    [{ connections: [connection] }, { connections: [connection], problems: [] }],
    [
      { connections: [], problems: [], later: 1 },
      { connections: [], problems: [] },
    ],
    [
      { connections: [{ ...connection, auth: 'bearer', demo: true, host: 'h', region: 'r' }] },
      { connections: [{ ...connection, auth: 'bearer', demo: true, host: 'h', region: 'r' }], problems: [] },
    ],
    [
      { connections: [{ ...connection, keyExpiresAt: '2026-12-02T00:00:00.000Z' }] },
      { connections: [{ ...connection, keyExpiresAt: '2026-12-02T00:00:00.000Z' }], problems: [] },
    ],
  ])('%# is read', (value, expected) => {
    expect(consoleConfigSchema.parse(value)).toEqual(expected);
  });

  test.each([
    [{}],
    [{ connections: [{ ...connection, id: '' }] }],
    [{ connections: [{ ...connection, auth: 'basic' }] }],
    [{ connections: [{ ...connection, keyExpiresAt: 'soon' }] }],
  ])('%j is refused', (value) => {
    expect(consoleConfigSchema.safeParse(value).success).toBe(false);
  });

  test('imports only zod/mini, because the browser loads it', async () => {
    const source = await readFile(new URL('contract.ts', import.meta.url), 'utf8');
    expect(source.match(/from '([^']+)'/g)).toEqual(["from 'zod/mini'"]);
  });
});
