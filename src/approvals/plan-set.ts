import type { ApprovalPlan } from '../api/approvals.ts';

/** Plans that are decided together: those of one onboarding, or a single plan. */
export interface PlanSet {
  readonly id: string;
  readonly first: ApprovalPlan;
  readonly plans: readonly ApprovalPlan[];
  readonly state: ApprovalPlan['state'];
  readonly isOwn: boolean;
  readonly mayDecide: boolean;
  readonly mayRevoke: boolean;
  /** The ids of all their tenants. */
  readonly tenants: readonly string[];
}

/** In the order of their first plans. */
export function planSets(plans: readonly ApprovalPlan[]): PlanSet[] {
  const together = new Map<string, ApprovalPlan[]>();
  for (const plan of plans) {
    const { id, partOf, askedBy } = plan;
    const key = partOf ? `${askedBy.name} ${partOf.id}` : id;
    together.set(key, [...(together.get(key) ?? []), plan]);
  }
  return [...together.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    return [
      {
        id: first.id,
        first,
        plans: of,
        state: stateOf(of),
        isOwn: first.isOwn,
        mayDecide: of.some(({ mayDecide }) => mayDecide),
        mayRevoke: of.some(({ mayRevoke }) => mayRevoke),
        tenants: [...new Set(of.flatMap(({ steps }) => steps.map(({ tenant }) => tenant)))],
      },
    ];
  });
}

/** A set is in the earliest state of its plans. */
const order = ['waiting', 'declined', 'withdrawn', 'revoked', 'ended', 'approved'] as const;

function stateOf(plans: readonly ApprovalPlan[]): ApprovalPlan['state'] {
  return order.find((state) => plans.some((plan) => plan.state === state)) ?? 'ended';
}
