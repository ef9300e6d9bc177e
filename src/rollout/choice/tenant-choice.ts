import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import {
  planAgain,
  planRemoval,
  type EarlierStep,
  type ExistingPolicy,
  type RolloutPlan,
  type TenantState,
} from '../../domain/rollout/rollout-plan.ts';
import type { Operation, ExistingState } from '../rollout-request.ts';

export type Reads = ReadonlyMap<string, TenantRead<ExistingState>>;

/** Connections whose label or id contains what was typed, whatever its case. */
export function filterTenants(connections: readonly Connection[], search: string): Connection[] {
  const wanted = search.trim().toLowerCase();
  return connections.filter(
    ({ id, label }) => label.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted),
  );
}

/** Those of the tenants that have answered so. */
export function tenantsInState(
  connections: readonly Connection[],
  reads: Reads,
  state: ExistingState['state'],
): string[] {
  return connections.flatMap(({ id }) => {
    const read = reads.get(id);
    return read?.status === 'read' && read.value.state === state ? [id] : [];
  });
}

interface PlanInput {
  readonly operation: Operation;
  readonly policy: ExistingPolicy;
  readonly chosen: readonly string[];
  readonly reads: Reads;
  readonly earlier: readonly EarlierStep[];
}

export interface ChosenPlan extends RolloutPlan {
  /** Chosen tenants that were not asked yet; until they have answered this is not the whole plan. */
  readonly pending: number;
  /** In how many tenants something is written. */
  readonly writes: number;
}

/** The plan for the chosen tenants, from what they answered. */
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
  // No answer, or no connection to it any more.
  if (read?.status !== 'read') return { tenantId, state: 'unknown' };
  const { state, quotaLeft } = read.value;
  return { tenantId, state, quotaLeft };
}
