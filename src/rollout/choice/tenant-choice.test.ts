import { describe, expect, test } from 'vitest';
import { ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { filterTenants, planChosen, tenantsInState, type Reads } from './tenant-choice.ts';

const connection = (id: string, label = id): Connection => ({ id, label, baseUrl: `/${id}`, auth: 'proxy' });
const connections = [connection('a', 'Acme'), connection('b', 'Globex'), connection('c'), connection('d')];
const reads: Reads = new Map([
  ['a', { status: 'read', readAt: 0, value: { state: 'absent', quotaLeft: 3 } }],
  ['b', { status: 'read', readAt: 0, value: { state: 'present', quotaLeft: undefined } }],
  ['c', { status: 'failed', problem: new ApiError({ kind: 'timeout', message: '' }) }],
  ['d', { status: 'waiting' }],
]);
const input = {
  operation: 'rollout',
  policy: 'update',
  chosen: ['a', 'b', 'c'],
  reads,
  earlier: [],
} as const;

test.each([
  ['by label', ' GLO ', 'all', ['b']],
  ['by label or id', 'c', 'all', ['a', 'c']],
  ['that lack it', '', 'absent', ['a']],
  ['that have it', '', 'present', ['b']],
  ['that do not answer', '', 'silent', ['c']],
  ['that are still asked', '', 'waiting', ['d']],
  ['that are selected', '', 'selected', ['b', 'd']],
  ['by label, among the selected', 'glo', 'selected', ['b']],
  ['none', '', 'taken', []],
] as const)('tenants are found: %s', (_what, search, only, ids) => {
  const selected = new Set(['b', 'd']);
  expect(filterTenants(connections, { search, only, selected, reads }).map(({ id }) => id)).toEqual(ids);
});

test('only tenants that have answered count as lacking or having it', () => {
  expect(tenantsInState(connections, reads, 'absent')).toEqual(['a']);
  expect(tenantsInState(connections, reads, 'present')).toEqual(['b']);
});

describe('planChosen', () => {
  test('plans each chosen tenant by what it answered', () => {
    const plan = planChosen(input);
    expect(plan.steps.map(({ action }) => action)).toEqual(['create', 'update', 'blocked']);
    expect(plan).toMatchObject({ pending: 0, writes: 2 });
  });

  test('is not whole while a chosen tenant was not asked', () => {
    expect(planChosen({ ...input, chosen: ['a', 'd'] })).toMatchObject({ pending: 1, writes: 1 });
  });

  test('leaves out a tenant to which there is no connection any more', () => {
    expect(planChosen({ ...input, chosen: ['gone'] }).counts.blocked).toBe(1);
  });

  test('removes from those that have it', () => {
    const plan = planChosen({ ...input, operation: 'removal' });
    expect(plan.steps.map(({ action }) => action)).toEqual(['skip', 'delete', 'blocked']);
    expect(plan.writes).toBe(1);
  });

  test('does not do again what an earlier run did', () => {
    const earlier = [{ tenantId: 'b', action: 'update', progress: 'done' }] as const;
    expect(planChosen({ ...input, earlier }).counts).toMatchObject({ create: 1, update: 0, skip: 1 });
  });
});
