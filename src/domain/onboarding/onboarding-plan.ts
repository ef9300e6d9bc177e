import type { KeptObject, RolloutOrder } from '../rollout/rollout-kind.ts';
import type { RolloutKindId } from '../rollout/rollout-kinds.ts';
import { isWrite, type RolloutAction, type RolloutStep } from '../rollout/rollout-plan.ts';
import type { RunStep } from '../rollout/run-rows.ts';

/** An object that every new tenant should have. */
export interface OnboardingItem {
  /** Unique among the items. */
  readonly id: string;
  readonly kind: RolloutKindId;
  readonly order: RolloutOrder;
}

/** What a tenant has of an item now. */
export interface ItemState {
  readonly state: 'absent' | 'present' | 'taken';
  /** It exists but differs from what it should be. */
  readonly differs?: boolean | undefined;
  /** How many more of its kind the tenant may hold; undefined if unknown. */
  readonly quotaLeft?: number | undefined;
  /** The tenant does not have what the item needs. */
  readonly lacksNeeded?: boolean | undefined;
}

/** What a tenant has, by the id of the item; undefined if it did not answer. */
export interface TenantItems {
  readonly tenantId: string;
  readonly items: ReadonlyMap<string, ItemState> | undefined;
}

/** What to do about one item in one tenant; its target is that of the run. */
export interface OnboardingStep extends RunStep {
  readonly tenantId: string;
  readonly itemId: string;
}

export interface OnboardingPlan {
  /** Tenant by tenant, each with its items in the order given. */
  readonly steps: readonly OnboardingStep[];
  readonly counts: Readonly<Record<RolloutAction, number>>;
}

/** The id of an item, from its kind, place and name, so that the same item never occurs twice. */
export function itemId(kind: RolloutKindId, { name, facts }: KeptObject): string {
  return [kind, facts['scope'] ?? '', facts['resourceGroup'] ?? '', name].join(' ');
}

/** The target of a run for one item in one tenant. */
export function targetOf(tenantId: string, item: string): string {
  return `${tenantId} ${item}`;
}

/**
 * Plans what to create where. Existing objects stay as they are. An item starts when those that it needs are done, and
 * is left out if one of them is.
 */
export function planOnboarding(
  items: readonly OnboardingItem[],
  tenants: readonly TenantItems[],
): OnboardingPlan {
  const steps = tenants.flatMap((tenant) => planTenant(items, tenant));
  const counts = { create: 0, update: 0, delete: 0, skip: 0, blocked: 0 };
  for (const { action } of steps) counts[action] += 1;
  return { steps, counts };
}

function planTenant(
  items: readonly OnboardingItem[],
  { tenantId, items: states }: TenantItems,
): OnboardingStep[] {
  const planned = new Map<string, Pick<RolloutStep, 'action' | 'reason'>>();
  const usedOf = new Map<RolloutKindId, number>();
  // Needed items are planned first, whatever their order in the list.
  for (const item of [...items].toSorted((a, b) => depth(a, items) - depth(b, items))) {
    const used = usedOf.get(item.kind) ?? 0;
    const state = states?.get(item.id);
    const needed = neededBy(item, items);
    // A need that no other item provides must already be met in the tenant.
    const lacks = needed.length === 0 ? state?.lacksNeeded === true : isLeftOut(needed, planned);
    const step = planItem(state, used, lacks);
    if (isWrite(step.action)) usedOf.set(item.kind, used + 1);
    planned.set(item.id, step);
  }
  return items.flatMap((item) => {
    const step = planned.get(item.id);
    const needs = neededBy(item, items).map(({ id }) => targetOf(tenantId, id));
    return step ? [{ ...step, targetId: targetOf(tenantId, item.id), tenantId, itemId: item.id, needs }] : [];
  });
}

function planItem(
  state: ItemState | undefined,
  used: number,
  needsMissing: boolean,
): Pick<RolloutStep, 'action' | 'reason'> {
  if (state === undefined) return { action: 'blocked', reason: 'state-unknown' };
  if (state.state === 'taken' || state.differs) return { action: 'blocked', reason: 'name-taken' };
  if (state.state === 'present') return { action: 'skip', reason: 'present' };
  if (needsMissing) return { action: 'blocked', reason: 'needs-missing' };
  if (state.quotaLeft !== undefined && state.quotaLeft <= used)
    return { action: 'blocked', reason: 'quota-exceeded' };
  return { action: 'create', reason: 'absent' };
}

function isLeftOut(
  needed: readonly OnboardingItem[],
  planned: ReadonlyMap<string, Pick<RolloutStep, 'action'>>,
): boolean {
  return needed.some(({ id }) => planned.get(id)?.action === 'blocked');
}

/** The items that an item needs. */
function neededBy({ order }: OnboardingItem, items: readonly OnboardingItem[]): OnboardingItem[] {
  const { needs } = order;
  return needs === undefined ? [] : items.filter((other) => other.order.provides === needs);
}

/** The longest chain of items that it needs. Kinds need each other in one direction only. */
function depth(item: OnboardingItem, items: readonly OnboardingItem[]): number {
  return Math.max(0, ...neededBy(item, items).map((other) => depth(other, items) + 1));
}
