import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { planAgain, planRemoval, planRollout } from './rollout-plan.ts';
import type { EarlierStep, ExistingPolicy, TenantState } from './rollout-plan.ts';

const absent: TenantState = { tenantId: 'absent', state: 'absent', quotaLeft: 3 };
const full: TenantState = { tenantId: 'full', state: 'absent', quotaLeft: 0 };
const overfull: TenantState = { tenantId: 'overfull', state: 'absent', quotaLeft: -1 };
const untold: TenantState = { tenantId: 'untold', state: 'absent' };
const present: TenantState = { tenantId: 'present', state: 'present', quotaLeft: 3 };
const presentFull: TenantState = { tenantId: 'present-full', state: 'present', quotaLeft: 0 };
const taken: TenantState = { tenantId: 'taken', state: 'taken', quotaLeft: 3 };
const unknown: TenantState = { tenantId: 'unknown', state: 'unknown', quotaLeft: 3 };

const none = { create: 0, update: 0, delete: 0, skip: 0, blocked: 0 };

describe('planRollout, one tenant', () => {
  it.each([
    [absent, 'update', 'create', 'absent'],
    [absent, 'skip', 'create', 'absent'],
    [absent, 'stop', 'create', 'absent'],
    [untold, 'update', 'create', 'absent'],
    [full, 'update', 'blocked', 'quota-exceeded'],
    [full, 'stop', 'blocked', 'quota-exceeded'],
    [overfull, 'skip', 'blocked', 'quota-exceeded'],
    [present, 'update', 'update', 'present'],
    [presentFull, 'update', 'update', 'present'],
    [present, 'skip', 'skip', 'present'],
    [present, 'stop', 'blocked', 'present'],
    [taken, 'update', 'blocked', 'name-taken'],
    [taken, 'stop', 'blocked', 'name-taken'],
    [unknown, 'update', 'blocked', 'state-unknown'],
    [unknown, 'skip', 'blocked', 'state-unknown'],
    [unknown, 'stop', 'blocked', 'state-unknown'],
  ] as const)('$tenantId under %s', (tenant, policy, action, reason) => {
    const stoppedBy = action === 'blocked' && reason === 'present' ? [tenant.tenantId] : [];
    expect(planRollout([tenant], policy)).toEqual({
      steps: [{ tenantId: tenant.tenantId, action, reason }],
      counts: { ...none, [action]: 1 },
      stoppedBy,
    });
  });
});

describe('planRollout, several tenants', () => {
  const tenants = [unknown, present, absent, full, presentFull, untold];

  test('keeps their order and counts the steps', () => {
    const plan = planRollout(tenants, 'update');
    expect(plan.steps.map(({ action }) => action)).toEqual([
      'blocked',
      'update',
      'create',
      'blocked',
      'update',
      'create',
    ]);
    expect(plan.counts).toEqual({ ...none, create: 2, update: 2, blocked: 2 });
  });

  test('starts nothing under `stop` while one has the name, and says which', () => {
    const plan = planRollout(tenants, 'stop');
    expect(plan.counts).toEqual({ ...none, blocked: 6 });
    expect(plan.stoppedBy).toEqual(['present', 'present-full']);
    expect(plan.steps[2]).toEqual({ tenantId: 'absent', action: 'blocked', reason: 'stopped' });
  });

  test('creates everywhere under `stop` when none has it', () => {
    expect(planRollout([absent, untold], 'stop').counts).toEqual({ ...none, create: 2 });
  });

  test('plans a tenant named twice once, by its first state', () => {
    const plan = planRollout([absent, { ...absent, state: 'present' }], 'update');
    expect(plan.steps).toEqual([{ tenantId: 'absent', action: 'create', reason: 'absent' }]);
  });

  test('is empty for no tenants', () => {
    expect(planRollout([], 'stop')).toEqual({ steps: [], counts: none, stoppedBy: [] });
  });
});

test('planRemoval deletes only what exists', () => {
  expect(planRemoval([absent, present, unknown, presentFull, present])).toEqual({
    steps: [
      { tenantId: 'absent', action: 'skip', reason: 'absent' },
      { tenantId: 'present', action: 'delete', reason: 'present' },
      { tenantId: 'unknown', action: 'blocked', reason: 'state-unknown' },
      { tenantId: 'present-full', action: 'delete', reason: 'present' },
    ],
    counts: { ...none, skip: 1, delete: 2, blocked: 1 },
    stoppedBy: [],
  });
});

test('whatever the tenants: each is planned once, and running the plan again leaves nothing to create', () => {
  const tenant = fc.record({
    tenantId: fc.stringMatching(/^t[0-9]{1,2}$/),
    state: fc.constantFrom('absent' as const, 'present' as const, 'unknown' as const),
    quotaLeft: fc.option(fc.integer({ min: -1, max: 3 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(tenant), fc.constantFrom('update' as const, 'skip' as const), (tenants, policy) => {
      const plan = planRollout(tenants, policy);
      const ids = plan.steps.map(({ tenantId }) => tenantId);
      expect(ids).toEqual([...new Set(tenants.map(({ tenantId }) => tenantId))]);
      expect(Object.values(plan.counts).reduce((sum, count) => sum + count, 0)).toBe(ids.length);
      const written = new Set(
        plan.steps.filter(({ action }) => action === 'create').map(({ tenantId }) => tenantId),
      );
      const after = tenants.map((before) =>
        written.has(before.tenantId) ? { ...before, state: 'present' as const } : before,
      );
      expect(planRollout(after, 'skip').counts.create).toBe(0);
    }),
  );
});

const earlier = (action: EarlierStep['action'], progress: EarlierStep['progress']) => ({ action, progress });

describe('planAgain, one tenant', () => {
  it.each([
    ['done and still there', present, 'update', earlier('update', 'done'), 'skip', 'done-before'],
    ['done under `stop`', present, 'stop', earlier('create', 'done'), 'skip', 'done-before'],
    ['done and deleted since', absent, 'update', earlier('create', 'done'), 'create', 'absent'],
    ['creation begun and there', present, 'update', earlier('create', 'begun'), 'skip', 'done-before'],
    ['creation begun and not there', absent, 'update', earlier('create', 'begun'), 'create', 'absent'],
    ['update begun', present, 'update', earlier('update', 'begun'), 'update', 'present'],
    ['not begun', present, 'update', earlier('update', 'open'), 'update', 'present'],
    ['not begun, created by others since', present, 'skip', earlier('create', 'open'), 'skip', 'present'],
    ['skipped before', present, 'skip', earlier('skip', 'open'), 'skip', 'present'],
    ['done and silent now', unknown, 'update', earlier('create', 'done'), 'blocked', 'state-unknown'],
  ] as const)('%s', (_case, tenant, policy: ExistingPolicy, step, action, reason) => {
    const { tenantId } = tenant;
    const plan = planAgain([tenant], policy, [{ tenantId, ...step }]);
    expect(plan.steps).toEqual([{ tenantId, action, reason }]);
  });
});

test('planAgain without an earlier run is planRollout', () => {
  const tenants = [unknown, present, absent, full];
  expect(planAgain(tenants, 'update', [])).toEqual(planRollout(tenants, 'update'));
});

test('planAgain under `stop` continues where the earlier run stopped, but not where others have the name', () => {
  const done = { tenantId: 'present', action: 'create', progress: 'done' } as const;
  expect(planAgain([present, absent], 'stop', [done]).counts).toEqual({ ...none, create: 1, skip: 1 });
  expect(planAgain([present, presentFull, absent], 'stop', [done]).stoppedBy).toEqual(['present-full']);
});
