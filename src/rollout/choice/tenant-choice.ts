import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { isTenantCalled } from '../../domain/connection/tenant-search.ts';
import {
  planAgain,
  planRemoval,
  type EarlierStep,
  type ExistingPolicy,
  type RolloutPlan,
  type TenantState,
} from '../../domain/rollout/rollout-plan.ts';
import type { Operation } from '../rollout-request.ts';

export type Reads = ReadonlyMap<string, TenantRead<PresentState>>;

/** The answer of a tenant so far, `silent` if it failed; or only `selected` tenants. */
export const tenantFilters = ['absent', 'present', 'taken', 'silent', 'waiting', 'selected'] as const;
export type TenantFilter = (typeof tenantFilters)[number];

interface TenantSearch {
  /** A part of the label or the id, in any case. */
  readonly search: string;
  readonly only: TenantFilter | 'all';
  readonly selected: ReadonlySet<string>;
  readonly reads: Reads;
}

/** The tenants that match. */
export function filterTenants(
  connections: readonly Connection[],
  { search, only, selected, reads }: TenantSearch,
): Connection[] {
  const wanted = search.trim().toLowerCase();
  const isWanted = (id: string) =>
    only === 'all' || (only === 'selected' ? selected.has(id) : stateOf(reads.get(id)) === only);
  return connections.filter((one) => isTenantCalled(one, wanted) && isWanted(one.id));
}

function stateOf(read: TenantRead<PresentState> | undefined): Exclude<TenantFilter, 'selected'> {
  if (read?.status === 'read') return read.value.state;
  return read?.status === 'failed' ? 'silent' : 'waiting';
}

/** The tenants with that answer. */
export function tenantsInState(
  connections: readonly Connection[],
  reads: Reads,
  state: PresentState['state'],
): string[] {
  return connections.map(({ id }) => id).filter((id) => stateOf(reads.get(id)) === state);
}

interface PlanInput {
  readonly operation: Operation;
  readonly policy: ExistingPolicy;
  readonly chosen: readonly string[];
  readonly reads: Reads;
  readonly earlier: readonly EarlierStep[];
}

export interface ChosenPlan extends RolloutPlan {
  /** Selected tenants that have not answered yet; until then the plan is incomplete. */
  readonly pending: number;
  /** In how many tenants something is written. */
  readonly writes: number;
}

/** The plan for the selected tenants, based on their answers. */
export function planChosen({ operation, policy, chosen, reads, earlier }: PlanInput): ChosenPlan {
  const pending = chosen.filter((id) => reads.get(id)?.status === 'waiting').length;
  const states = chosen
    .filter((id) => reads.get(id)?.status !== 'waiting')
    .map((id) => tenantState(id, reads));
  const plan = operation === 'removal' ? planRemoval(states) : planAgain(states, policy, earlier);
  return { ...plan, pending, writes: plan.counts.create + plan.counts.update + plan.counts.delete };
}

function tenantState(tenantId: string, reads: Reads): TenantState {
  const read = reads.get(tenantId);
  // It did not answer, or is no longer connected.
  if (read?.status !== 'read') return { tenantId, state: 'unknown' };
  const { state, quotaLeft } = read.value;
  return { tenantId, state, quotaLeft };
}
