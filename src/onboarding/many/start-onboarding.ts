import { BulkRun } from '../../api/runs/bulk-run.ts';
import { recordRun } from '../../api/runs/record-run.ts';
import { rememberRun } from '../../api/runs/remember-run.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { OnboardingStep } from '../../domain/onboarding/onboarding-plan.ts';
import { saveOnboarding } from './earlier/saved-onboardings.ts';
import type { ReadyItem } from './onboarding-items.ts';

/** A run that was started, with what it is based on. */
export interface StartedOnboarding {
  readonly run: BulkRun;
  readonly steps: readonly OnboardingStep[];
  readonly items: readonly ReadyItem[];
  /** The tenants being onboarded. */
  readonly connections: readonly Connection[];
}

interface PlannedOnboarding {
  /** The id of the tenant to copy. */
  readonly like: string;
  readonly steps: readonly OnboardingStep[];
  readonly items: readonly ReadyItem[];
  readonly connections: readonly Connection[];
}

/** Stores the plan in this browser and starts it. */
export function startOnboarding(planned: PlannedOnboarding, now: Date): StartedOnboarding {
  const { steps, items, connections } = planned;
  const notes = saveOnboarding(planned, now);
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const connectionOf = new Map(connections.map((connection) => [connection.id, connection]));
  const targets = new Map(
    steps.flatMap(({ targetId, tenantId, itemId }) => {
      const connection = connectionOf.get(tenantId);
      const item = itemOf.get(itemId);
      return connection && item ? [[targetId, { connection, item }] as const] : [];
    }),
  );
  const targetOf = (targetId: string) => {
    const target = targets.get(targetId);
    if (!target) throw new Error('a run has only targets that were planned');
    return target;
  };
  const run = new BulkRun({
    steps,
    policy: 'skip',
    send: (targetId, call) => {
      const { connection, item } = targetOf(targetId);
      return item.calls.send(connection, call);
    },
    connectionOf: (targetId) => targetOf(targetId).connection,
    onProgress: notes.noteProgress,
  });
  for (const { order, id } of items) {
    if (!order.remembers) continue;
    rememberRun(run, order.remembers, (targetId) => {
      const { connection, item } = targetOf(targetId);
      return item.id === id ? connection : undefined;
    });
  }
  recordRun(run, notes.noteEnds);
  run.start();
  return {
    run,
    steps,
    items,
    connections: connections.filter(({ id }) => steps.some((s) => s.tenantId === id)),
  };
}
