import { describe, expect, it, test } from 'vitest';
import type { TenantRead } from '../api/pacing/tenant-reads.ts';
import { ApiError } from '../domain/api-problem.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { problems } from '../ui/texts/en/shared/problems.ts';
import { overview } from '../ui/texts/en/overview.ts';
import { matrixCsv } from './matrix-csv.ts';
import { allNames, buildMatrix, lackingTenants, spreadOf } from './matrix-rows.ts';
import { readOverviewFilters, type OverviewFilters } from './overview-filters.ts';
import type { TenantSecrets } from './tenant-secrets.ts';

const connection = (id: string, label = id): Connection => ({ id, label, baseUrl: `/${id}`, auth: 'proxy' });
const read = (names: string[], quota?: TenantSecrets['quota']): TenantRead<TenantSecrets> => ({
  status: 'read',
  readAt: 0,
  value: { names: new Set(names), quota },
});
const unavailable = new ApiError({ kind: 'http', status: 503, message: '' });

const connections = [
  connection('acme'),
  connection('globex', 'Globex Chat'),
  connection('silent', '=silent'),
  connection('slow'),
];
const reads = new Map<string, TenantRead<TenantSecrets>>([
  ['acme', read(['ghcr-2', 'ghcr-10'], { used: 2, max: 50 })],
  ['globex', read(['ghcr-10'], { used: 50, max: 50 })],
  ['silent', { status: 'failed', problem: unavailable }],
]);
const secret = (connectionId: string, name: string, expiresAt?: string) => ({
  connectionId,
  name,
  registries: [{ host: 'ghcr.io' }],
  ...(expiresAt !== undefined && { expiresAt }),
});
const remembered = new Map([
  [
    'acme',
    new Map([
      ['ghcr-2', secret('acme', 'ghcr-2', '2026-08-01')],
      ['gone', secret('acme', 'gone', '2026-01-01')],
    ]),
  ],
  ['globex', new Map([['ghcr-10', secret('globex', 'ghcr-10', '2026-06-10')]])],
]);
const now = new Date('2026-06-01T12:00:00Z');
const names = allNames(reads);
const none = readOverviewFilters({});

function matrix(filters: Partial<OverviewFilters>, inOrder = true) {
  const input = { connections, reads, remembered, names, now, inOrder };
  return buildMatrix({ ...input, filters: { ...none, ...filters } });
}

test('every name that a tenant has stands there once, in order', () => {
  expect(names).toEqual(['ghcr-2', 'ghcr-10']);
});

describe('buildMatrix', () => {
  const all = ['globex', 'acme', 'silent', 'slow'];
  const both = ['ghcr-2', 'ghcr-10'];
  const dueFirst = ['ghcr-10', 'ghcr-2'];
  it.each<[string, Partial<OverviewFilters>, string[], string[]]>([
    ['no filter: what is due on top and in front', {}, all, dueFirst],
    ['a tenant’s label', { tenants: ' chat ' }, ['globex'], dueFirst],
    ['a tenant’s id', { tenants: 'ACM' }, ['acme'], both],
    [
      'a part of a name: what is due among those',
      { secrets: '-2' },
      ['acme', ...all.filter((id) => id !== 'acme')],
      ['ghcr-2'],
    ],
    ['a whole name, whatever is searched', { secret: 'ghcr-10', secrets: 'x' }, all, ['ghcr-10']],
    ['a name that nobody has', { secret: 'ghcr' }, connections.map(({ id }) => id), []],
    ['those that lack one', { show: 'missing' }, ['globex'], dueFirst],
    ['those that lack one of the shown', { show: 'missing', secrets: '10' }, [], ['ghcr-10']],
    ['those with one that ends soon', { show: 'soon' }, ['globex'], dueFirst],
    ['those with one that has expired, not one that is gone', { show: 'expired' }, [], both],
    ['those that do not answer', { show: 'silent' }, ['silent'], both],
    ['the fullest first, unknown ones last', { sort: 'free' }, all, both],
    [
      'the emptiest first, unknown ones last',
      { sort: 'free', descending: true },
      ['acme', 'globex', 'silent', 'slow'],
      both,
    ],
    ['names backwards', { sort: 'tenant', descending: true }, ['slow', 'globex', 'acme', 'silent'], both],
  ])('%s', (_case, filters, tenants, shown) => {
    const { rows, names: shownNames } = matrix(filters);
    expect(rows.map((row) => row.connection.id)).toEqual(tenants);
    expect(shownNames).toEqual(shown);
  });

  it('counts each kind, also while another one is shown', () => {
    const counts = { all: 4, expired: 0, soon: 1, missing: 1, silent: 1 };
    expect(matrix({}).counts).toEqual(counts);
    expect(matrix({ show: 'silent' }).counts).toEqual(counts);
  });

  it('leaves tenants in their places while the first answers come in', () => {
    expect(matrix({}, false).rows.map((row) => row.connection.id)).toEqual(connections.map(({ id }) => id));
  });
});

test('only tenants that have answered are said to lack a secret', () => {
  expect(lackingTenants(matrix({}).rows, 'ghcr-2')).toEqual(['globex']);
});

test('how far a secret is spread, and for which registry', () => {
  expect(spreadOf(reads, remembered).get('ghcr-10')).toEqual({ tenants: 2, host: 'ghcr.io' });
});

test('the export holds each tenant with all shown names, and nothing that a spreadsheet would calculate', () => {
  const lines = matrixCsv(matrix({ sort: 'tenant' }), overview, problems.problem).split('\r\n');
  expect(lines).toEqual([
    '"tenant id","Tenant","state","used","quota","Free","ghcr-2","ghcr-10"',
    expect.stringMatching(/^"silent","'=silent","does not answer: .*503.*","","","","",""$/),
    '"acme","acme","answers",2,50,48,"2026-08-01","has it"',
    '"globex","Globex Chat","answers",50,50,0,"lacks","2026-06-10"',
    '"slow","slow","","","","","",""',
    '',
  ]);
});
