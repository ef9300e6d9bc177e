import { expect, it } from 'vitest';
import type { ApprovalPlan } from '../api/approvals.ts';
import { planSets } from './plan-set.ts';

const plan = (id: string, change: Partial<ApprovalPlan> = {}): ApprovalPlan => ({
  id,
  digest: `digest of ${id}`,
  state: 'waiting',
  operation: 'rollout',
  resource: 'repositories',
  name: id,
  subject: {},
  policy: 'skip',
  steps: [{ tenant: 'x', action: 'create' }],
  askedAt: '2026-11-28T12:00:00Z',
  askedBy: { name: 'Robin' },
  endsAt: '2026-12-05T12:00:00Z',
  uses: [],
  isOwn: true,
  mayDecide: false,
  mayRevoke: false,
  ...change,
});
const partOf = { id: 'one', like: 'acme' };

it('puts the plans of one onboarding together, and of one person alone', () => {
  const sets = planSets([
    plan('a', { partOf }),
    plan('alone'),
    plan('b', {
      partOf,
      steps: [
        { tenant: 'x', action: 'create' },
        { tenant: 'y', action: 'create' },
      ],
    }),
    plan('c', { partOf, askedBy: { name: 'Kim' } }),
  ]);
  expect(sets.map(({ plans, tenants }) => [plans.map(({ id }) => id), tenants])).toEqual([
    [
      ['a', 'b'],
      ['x', 'y'],
    ],
    [['alone'], ['x']],
    [['c'], ['x']],
  ]);
});

it.each<[ApprovalPlan['state'][], ApprovalPlan['state']]>([
  [['approved', 'approved'], 'approved'],
  [['approved', 'waiting'], 'waiting'],
  [['approved', 'declined'], 'declined'],
])('of %j together it is %s', (states, expected) => {
  const [set] = planSets(states.map((state, index) => plan(String(index), { partOf, state })));
  expect(set?.state).toBe(expected);
});
