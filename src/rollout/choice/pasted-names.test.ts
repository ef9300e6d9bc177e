import { expect, test } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import { aboveLinear, growthOf } from '../../domain/text/testing/growth.ts';
import { findNamedTenants } from './pasted-names.ts';

const connection = (id: string, label: string): Connection => ({
  id,
  label,
  baseUrl: `/${id}`,
  auth: 'proxy',
});
const connections = [
  connection('acme-1', 'Acme Vision'),
  connection('acme-2', 'Acme, Inc.'),
  connection('globex', 'Shared'),
  connection('initech', 'Shared'),
  connection('odd', 'acme-1'),
];

test.each([
  ['nothing', ' \n ', [], [], []],
  ['a line each, by id or label', 'acme-1\r\nShared \nACME VISION', ['acme-1'], [], ['Shared']],
  [
    'between commas, semicolons and tabs',
    'acme-1, globex;initech\todd',
    ['acme-1', 'globex', 'initech', 'odd'],
    [],
    [],
  ],
  ['quoted, as in a CSV', '"acme-1";"globex"', ['acme-1', 'globex'], [], []],
  ['a label with a comma', 'Acme, Inc.', ['acme-2'], [], []],
  ['an id before the same label', 'acme-1', ['acme-1'], [], []],
  ['unknown ones, each told once', 'zebra\nglobex\nzebra', ['globex'], ['zebra'], []],
  ['a lone quote', '"', [], ['"'], []],
])('%s', (_case, text, ids, unknown, ambiguous) => {
  expect(findNamedTenants(connections, text)).toEqual({ ids, unknown, ambiguous });
});

const find = (text: string) => findNamedTenants(connections, text);

test('the time for a list grows with it, and no faster', async () => {
  expect(await growthOf(find, (size) => `${'x'.repeat(9)},`.repeat(size), 12_500)).toBeLessThan(aboveLinear);
});
