import { describe, expect, it } from 'vitest';
import type { RolloutOrder } from '../rollout/rollout-kind.ts';
import type { RolloutKindId } from '../rollout/rollout-kinds.ts';
import { dockerRegistrySecret } from '../rollout/kinds/docker-registry-secret.ts';
import { itemId, planOnboarding, type ItemState, type OnboardingItem } from './onboarding-plan.ts';

const item = (id: string, kind: RolloutKindId, order: Partial<RolloutOrder> = {}): OnboardingItem => ({
  id,
  kind,
  order: { ...dockerRegistrySecret.removal({ name: id, facts: {} }), ...order },
});
const repository = item('repository', 'git-repository', { provides: 'repository a' });
const reader = item('reader', 'docker-registry-secret', { needs: 'repository a' });
const alone = item('alone', 'docker-registry-secret', { needs: 'repository b' });

const plan = (
  items: readonly OnboardingItem[],
  states: Readonly<Record<string, ItemState>> | undefined,
): string[] => {
  const tenant = { tenantId: 'acme', items: states && new Map(Object.entries(states)) };
  return planOnboarding(items, [tenant]).steps.map(
    ({ itemId: id, action, reason }) => `${id} ${action} ${reason}`,
  );
};
const absent = { state: 'absent' } as const;

describe('planOnboarding', () => {
  it('creates what is absent, and leaves what exists', () => {
    expect(plan([repository, reader], { repository: { state: 'present' }, reader: absent })).toEqual([
      'repository skip present',
      'reader create absent',
    ]);
  });

  it('leaves out what would have to overwrite something else, and whatever needs it', () => {
    expect(
      plan([reader, repository, alone], { repository: { state: 'taken' }, reader: absent, alone: absent }),
    )
      // In the order given, although the reader is planned last.
      .toEqual(['reader blocked needs-missing', 'repository blocked name-taken', 'alone create absent']);
  });

  it('leaves out what needs something that neither exists nor is among the items', () => {
    expect(plan([alone], { alone: { state: 'absent', lacksNeeded: true } })).toEqual([
      'alone blocked needs-missing',
    ]);
    expect(
      plan([repository, reader], { repository: absent, reader: { state: 'absent', lacksNeeded: true } }),
    ).toEqual(['repository create absent', 'reader create absent']);
  });

  it('does not treat an object with other content as the same', () => {
    expect(plan([repository], { repository: { state: 'present', differs: true } })).toEqual([
      'repository blocked name-taken',
    ]);
  });

  it('leaves existing objects as they are, even if something that they need is left out', () => {
    const states = { repository: { state: 'taken' }, reader: { state: 'present' } } as const;
    expect(plan([repository, reader], states)).toEqual([
      'repository blocked name-taken',
      'reader skip present',
    ]);
  });

  it('creates no more of a kind than the quota allows', () => {
    const state = { state: 'absent', quotaLeft: 1 } as const;
    expect(
      plan([item('a', 'docker-registry-secret'), item('b', 'docker-registry-secret')], {
        a: state,
        b: state,
      }),
    ).toEqual(['a create absent', 'b blocked quota-exceeded']);
  });

  it('writes nothing to a tenant that did not answer', () => {
    expect(plan([repository, reader], undefined)).toEqual([
      'repository blocked state-unknown',
      'reader blocked state-unknown',
    ]);
  });

  it('lists for each target those that must be done first in the same tenant', () => {
    const states = new Map(Object.entries({ repository: absent, reader: absent, alone: absent }));
    const { steps, counts } = planOnboarding(
      [repository, reader, alone],
      ['acme', 'globex'].map((tenantId) => ({ tenantId, items: states })),
    );
    expect(steps.map(({ targetId, needs }) => [targetId, needs])).toEqual([
      ['acme repository', []],
      ['acme reader', ['acme repository']],
      ['acme alone', []],
      ['globex repository', []],
      ['globex reader', ['globex repository']],
      ['globex alone', []],
    ]);
    expect(counts).toMatchObject({ create: 6, skip: 0, blocked: 0 });
  });
});

it('two objects with one name in two resource groups are two items', () => {
  const [one, other] = ['a', 'b'].map((resourceGroup) =>
    itemId('docker-registry-secret', { name: 'default', facts: { resourceGroup } }),
  );
  expect(one).not.toBe(other);
});
