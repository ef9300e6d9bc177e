import { describe, expect, it, test } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import { connectionLines, type ListedConnection } from './connection-rows.ts';
import type { ConnectionTest } from './connection-tests.ts';

const connection = (id: string): Connection => ({ id, label: id, baseUrl: `/api/${id}`, auth: 'proxy' });
const listed = (id: string, source: ListedConnection['source']) => ({ connection: connection(id), source });
const tested = (diagnosis: Extract<ConnectionTest, { status: 'tested' }>['diagnosis']): ConnectionTest => ({
  status: 'tested',
  diagnosis,
  hasToken: false,
  testedAt: new Date(0),
});
const tests = new Map<string, ConnectionTest>([
  ['a-10', tested({ code: 'unreachable' })],
  [
    'a-2',
    tested({
      code: 'works',
      tenant: { tenantId: 't', servicePlan: 's', status: 'ok' },
      secrets: 1,
      quota: undefined,
    }),
  ],
  ['mine', { status: 'running' }],
]);
const all = [
  listed('a-10', 'offered'),
  listed('a-2', 'offered'),
  listed('a-3', 'offered'),
  listed('mine', 'added'),
];
const input = {
  connections: all,
  tests: { of: ({ id }: Connection) => tests.get(id) },
  search: '',
  show: undefined,
  sort: undefined,
  explained: undefined,
};

/** A group by its name, a connection by its id, what came of a test in brackets. */
function drawn(change: Partial<Parameters<typeof connectionLines>[0]>): string[] {
  return connectionLines({ ...input, ...change }).lines.map((line) => {
    if (line.kind === 'group') return line.isEmpty ? `${line.source}: none` : `${line.source}:`;
    return line.kind === 'details' ? `(${line.test.diagnosis.code})` : line.connection.id;
  });
}

describe('connectionLines', () => {
  it.each<[string, Parameters<typeof drawn>[0], string[]]>([
    ['all, with what failed', {}, ['offered:', 'a-10', '(unreachable)', 'a-2', 'a-3', 'added:', 'mine']],
    ['one that works, explained', { explained: 'a-2', search: 'a-2' }, ['offered:', 'a-2', '(works)']],
    ['a part of a label', { search: ' MIN ' }, ['added:', 'mine']],
    ['a part of an address', { search: '/api/a-3' }, ['offered:', 'a-3']],
    ['what failed', { show: 'failed' }, ['offered:', 'a-10', '(unreachable)']],
    ['what was not tested', { show: 'untested' }, ['offered:', 'a-3']],
    ['by label', { sort: 'ascending', search: 'a-' }, ['offered:', 'a-2', 'a-3', 'a-10', '(unreachable)']],
    ['by label, backwards', { sort: 'descending', show: 'untested' }, ['offered:', 'a-3']],
    ['a group that has none', { connections: all.slice(3) }, ['offered: none', 'added:', 'mine']],
  ])('%s', (_case, change, lines) => {
    expect(drawn(change)).toEqual(lines);
  });
});

test('each kind is counted among those that are found', () => {
  expect(connectionLines({ ...input, show: 'failed' }).counts).toEqual({ all: 4, failed: 1, untested: 1 });
  expect(connectionLines({ ...input, search: 'mine' }).counts).toEqual({ all: 1, failed: 0, untested: 0 });
});
