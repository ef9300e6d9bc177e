import { BulkRun } from '../../api/runs/bulk-run.ts';
import { recordRun } from '../../api/runs/record-run.ts';
import { rememberRun } from '../../api/runs/remember-run.ts';
import type { OrderCalls } from '../../api/runs/order-calls.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { ExistingPolicy, RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import { savePlan, type SavedPlan } from '../earlier/saved-plans.ts';

export interface StartedRun {
  readonly run: BulkRun;
  readonly plan: SavedPlan;
}

interface StartOptions {
  readonly request: RolloutRequest;
  /** The calls that have read the tenants: they know what was found there. */
  readonly calls: OrderCalls;
  readonly policy: ExistingPolicy;
  readonly steps: readonly RolloutStep[];
  readonly connections: readonly Connection[];
  readonly earlier: SavedPlan | undefined;
  readonly now: Date;
}

/** Stores the plan in this browser and starts it. */
export function startRun(options: StartOptions): StartedRun {
  const { request, calls, policy, steps } = options;
  const { operation, kind, order } = request;
  const { name, facts } = order;
  const id = options.earlier?.id ?? options.now.toISOString();
  const { plan, notes } = savePlan({ id, operation, kind, name, facts, policy, steps }, options.now);
  const connections = new Map(options.connections.map((connection) => [connection.id, connection]));
  const connectionOf = (tenantId: string): Connection => {
    const connection = connections.get(tenantId);
    if (!connection) throw new Error('a plan writes only to tenants that answered through their connection');
    return connection;
  };
  const run = new BulkRun({
    steps: steps.map(({ tenantId, action, reason }) => ({ targetId: tenantId, action, reason })),
    policy,
    send: (tenantId, call) => calls.send(connectionOf(tenantId), call),
    connectionOf,
    onProgress: notes.noteProgress,
  });
  if (order.remembers) rememberRun(run, order.remembers, (tenantId) => connections.get(tenantId));
  recordRun(run, notes.noteEnds);
  run.start();
  return { run, plan };
}
