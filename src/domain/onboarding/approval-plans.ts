import {
  isSamePlace,
  notApproved,
  plannedSubject,
  type PlannedFact,
  type PlannedRollout,
} from '../rollout/approval.ts';
import { rolloutKinds } from '../rollout/rollout-kinds.ts';
import type { OnboardingItem, OnboardingStep } from './onboarding-plan.ts';

/**
 * The plans that a second person has to approve for an onboarding that creates something in more than `above` tenants:
 * one for each item, so that everything is decided together. Otherwise none. Items with the same kind and name, such as
 * the default stores of two resource groups, count as one, as in the gateway.
 */
export function plansToApprove(
  items: readonly OnboardingItem[],
  steps: readonly OnboardingStep[],
  above: number,
  partOf: PlannedRollout['partOf'],
): PlannedRollout[] {
  const tenantsOf = new Map<string, Set<string>>();
  const plans = items.flatMap(({ id, kind, order }): PlannedRollout[] => {
    const { resource } = rolloutKinds[kind];
    const tenants = steps
      .filter(({ itemId, action }) => itemId === id && action === 'create')
      .map(({ tenantId }) => tenantId);
    if (tenants.length === 0) return [];
    const key = `${resource} ${order.name}`;
    tenantsOf.set(key, new Set([...(tenantsOf.get(key) ?? []), ...tenants]));
    const expiresAt = order.remembers?.expiresAt;
    return [
      {
        operation: 'rollout',
        resource,
        name: order.name,
        subject: plannedSubject(order),
        ...(expiresAt !== undefined && { expiresAt }),
        policy: 'skip',
        steps: tenants.map((tenant) => ({ tenant, action: 'create' })),
        partOf,
      },
    ];
  });
  return [...tenantsOf.values()].some(({ size }) => size > above) ? plans : [];
}

/** The parts of an onboarding that are not approved. */
interface NotApproved {
  /** Items that are missing from the approved plans, or differ there in these facts. */
  readonly things: readonly { readonly name: string; readonly facts: readonly PlannedFact[] }[];
  /** Ids of tenants that are not approved. */
  readonly tenants: readonly string[];
}

/** Compares the wanted plans with the approved ones. */
export function missingApprovals(
  wanted: readonly PlannedRollout[],
  approved: readonly PlannedRollout[],
): NotApproved {
  const missing = wanted.map((plan) => {
    const of = approved.find(
      ({ resource, name, subject }) =>
        resource === plan.resource && name === plan.name && isSamePlace(subject, plan.subject),
    );
    return of ? { name: plan.name, isKnown: true, ...notApproved(plan, of) } : unknownThing(plan);
  });
  return {
    things: missing
      .filter(({ isKnown, facts }) => !isKnown || facts.length > 0)
      .map(({ name, facts }) => ({ name, facts })),
    tenants: [...new Set(missing.flatMap(({ tenants }) => tenants))],
  };
}

function unknownThing({ name }: PlannedRollout) {
  return { name, isKnown: false, facts: [], tenants: [] };
}
