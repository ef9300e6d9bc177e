import { describe, expect, it, test } from 'vitest';
import type { TenantRead } from '../api/pacing/tenant-reads.ts';
import { ApiError } from '../domain/api-problem.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { common } from '../ui/texts/en/common.ts';
import { overview } from '../ui/texts/en/overview.ts';
import { allNames, buildMatrix, matrixCsv } from './matrix-rows.ts';
import type { TenantSecrets } from './tenant-secrets.ts';

const connection = (id: string, label = id): Connection => ({ id, label, baseUrl: `/${id}`, auth: 'proxy' });
const read = (names: string[], quota?: TenantSecrets['quota']): TenantRead<TenantSecrets> => ({
  status: 'read',
  value: { names: new Set(names), quota },
});

const connections = [
  connection('acme'),
  connection('globex', 'Globex Chat'),
  connection('silent', '=silent'),
  connection('slow'),
];
const reads = new Map<string, TenantRead<TenantSecrets>>([
  ['acme', read(['ghcr-2', 'ghcr-10'], { used: 2, max: 50 })],
  ['globex', read(['ghcr-10'])],
  ['silent', { status: 'failed', problem: new ApiError({ kind: 'http', status: 503, message: '' }) }],
]);
const names = allNames(reads);
const none = { tenant: '', secret: '', onlyLacking: false };
const matrix = (filter: Partial<typeof none>) =>
  buildMatrix(connections, reads, names, { ...none, ...filter });

test('every name that a tenant has stands there once, in order', () => {
  expect(names).toEqual(['ghcr-2', 'ghcr-10']);
});

describe('buildMatrix', () => {
  it.each([
    ['no filter', {}, ['acme', 'globex', 'silent', 'slow'], ['ghcr-2', 'ghcr-10']],
    ['a tenant’s label', { tenant: ' chat ' }, ['globex'], ['ghcr-2', 'ghcr-10']],
    ['a tenant’s id', { tenant: 'ACM' }, ['acme'], ['ghcr-2', 'ghcr-10']],
    ['a name', { secret: '-2' }, ['acme', 'globex', 'silent', 'slow'], ['ghcr-2']],
    ['those that lack one', { onlyLacking: true }, ['globex'], ['ghcr-2', 'ghcr-10']],
    ['those that lack one of the shown', { onlyLacking: true, secret: '10' }, [], ['ghcr-10']],
  ])('%s', (_case, filter, tenants, shown) => {
    const { rows, names: shownNames, nameCount } = matrix(filter);
    expect(rows.map((row) => row.connection.id)).toEqual(tenants);
    expect(shownNames).toEqual(shown);
    expect(nameCount).toBe(2);
  });
});

test('the export holds each tenant with all shown names, and nothing that a spreadsheet would calculate', () => {
  const lines = matrixCsv(matrix({}), overview, common.problem).split('\r\n');
  expect(lines).toEqual([
    '"tenant id","Tenant","state","used","quota","Free","ghcr-2","ghcr-10"',
    '"acme","acme","answers",2,50,48,"has it","has it"',
    '"globex","Globex Chat","answers","","","","lacks","has it"',
    expect.stringMatching(/^"silent","'=silent","does not answer: .*503.*","","","","",""$/),
    '"slow","slow","","","","","",""',
    '',
  ]);
});
