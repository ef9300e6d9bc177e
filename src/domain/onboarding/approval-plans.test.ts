import { expect, it } from 'vitest';
import { genericSecret } from '../rollout/kinds/generic-secret.ts';
import { gitRepository } from '../rollout/kinds/git-repository.ts';
import { objectStoreSecret } from '../rollout/kinds/object-store-secret.ts';
import { missingApprovals, plansToApprove } from './approval-plans.ts';
import type { OnboardingItem, OnboardingStep } from './onboarding-plan.ts';

const url = 'https://git.example.com/team/app';
const repository = { name: 'app', url, username: 'jo', password: 'not-a-real-token' };
const items: readonly OnboardingItem[] = [
  { id: 'repository', kind: 'git-repository', order: gitRepository.order(repository) },
  ...['a', 'b'].map((resourceGroup) => ({
    id: `store ${resourceGroup}`,
    kind: 'object-store-secret' as const,
    order: objectStoreSecret.removal({ name: 'default', facts: { resourceGroup } }),
  })),
  {
    id: 'generic',
    kind: 'generic-secret',
    order: genericSecret.removal({ name: 'key', facts: { scope: 'tenant' } }),
  },
];
const step = (tenantId: string, itemId: string, action: OnboardingStep['action'] = 'create') => ({
  targetId: `${tenantId} ${itemId}`,
  tenantId,
  itemId,
  action,
  reason: 'absent' as const,
});
const create = (tenant: string) => ({ tenant, action: 'create' });
const partOf = { id: 'one', like: 'acme' };
const steps = [
  step('x', 'repository'),
  step('y', 'repository'),
  step('x', 'store a'),
  step('y', 'store b'),
  step('x', 'generic'),
  step('y', 'generic', 'skip'),
];

it('has a plan for each item if one of them goes to more tenants than one person may write to', () => {
  const plans = plansToApprove(items, steps, 1, partOf);
  expect(plans).toMatchObject([
    { resource: 'repositories', name: 'app', subject: { url, username: 'jo' }, partOf },
    {
      resource: 'objectStoreSecrets',
      name: 'default',
      subject: { resourceGroup: 'a' },
      steps: [create('x')],
    },
    {
      resource: 'objectStoreSecrets',
      name: 'default',
      subject: { resourceGroup: 'b' },
      steps: [create('y')],
    },
    { resource: 'secrets', name: 'key', steps: [create('x')] },
  ]);
  expect(JSON.stringify(plans)).not.toContain('not-a-real-token');
  expect(plansToApprove(items, steps, 2, partOf)).toEqual([]);
  // The gateway counts one name in two resource groups as one item.
  expect(plansToApprove(items.slice(1), steps, 1, partOf)).toHaveLength(3);
});

it('names what is not approved: other items, other credentials, other tenants', () => {
  const approved = plansToApprove(items, steps, 1, partOf);
  expect(missingApprovals(approved, approved)).toEqual({ things: [], tenants: [] });
  const wider = [...steps, step('z', 'repository')];
  expect(missingApprovals(plansToApprove(items, wider, 1, partOf), approved)).toEqual({
    things: [],
    tenants: ['z'],
  });
  const other: OnboardingItem = {
    id: 'repository',
    kind: 'git-repository',
    order: gitRepository.order({ ...repository, username: 'someone-else' }),
  };
  const wanted = plansToApprove([other, ...items.slice(1)], steps, 1, partOf);
  const app = { name: 'app', facts: [{ fact: 'username' }] };
  expect(missingApprovals(wanted, approved)).toEqual({ things: [app], tenants: [] });
  expect(missingApprovals(wanted, approved.slice(0, 3)).things).toEqual([app, { name: 'key', facts: [] }]);
});
