import { z } from 'zod/mini';
import { createPlanStore, savedStepShape } from '../../api/runs/plan-store.ts';
import { fromSavedEnd, toSavedEnd } from '../../api/runs/saved-end.ts';
import { continueSteps, type KeptStep } from '../../domain/rollout/kept-steps.ts';
import type { KeptObject } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKindIds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import type { ExistingPolicy, RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import type { Operation } from '../rollout-request.ts';

/** A plan that was started, with its outcomes, as this browser keeps it: never with a credential. */
const planSchema = z.object({
  id: z.string(),
  kind: z.enum(rolloutKindIds),
  operation: z.enum(['rollout', 'removal']),
  name: z.string(),
  /** What else tells the object from others, such as the URL of a repository. */
  facts: z.record(z.string(), z.string()),
  policy: z.enum(['update', 'skip', 'stop']),
  startedAt: z.string(),
  steps: z.array(z.object({ tenantId: z.string(), ...savedStepShape })),
});

export type SavedPlan = z.infer<typeof planSchema>;

const store = createPlanStore('rollout-plans-3', 'rollout-progress-3', planSchema);

export interface KeptPlan {
  readonly plan: SavedPlan;
  readonly steps: readonly KeptStep[];
}

/** The plans that were started in this browser, the last one first, with what came of them. */
export function useSavedPlans(): readonly KeptPlan[] {
  return store.usePlans().map((plan) => ({ plan, steps: keptSteps(plan) }));
}

export interface StartedPlan extends KeptObject {
  /** That of the plan that is gone on with, or a new one. */
  readonly id: string;
  readonly kind: RolloutKindId;
  readonly operation: Operation;
  readonly policy: ExistingPolicy;
  readonly steps: readonly RolloutStep[];
}

/** Keeps a plan that is about to be run, together with what earlier runs of it were to do and did. */
export function savePlan(plan: StartedPlan, now: Date): SavedPlan {
  const { id, kind, operation, name, facts, policy } = plan;
  const earlier = store.find(id);
  const startedAt = earlier?.startedAt ?? now.toISOString();
  const steps = continueSteps(earlier ? keptSteps(earlier) : [], plan.steps);
  const saved: SavedPlan = {
    id,
    kind,
    operation,
    name,
    facts: { ...facts },
    policy,
    startedAt,
    steps: steps.map(({ tenantId, action, reason, end }) => ({
      tenantId,
      action,
      reason,
      ...(end && { end: toSavedEnd(end) }),
    })),
  };
  store.save(
    saved,
    steps.map(({ progress }) => progress),
  );
  return saved;
}

/** Notes how far a tenant has come; the index is that of its step. */
export const noteProgress = store.noteProgress;

/** Keeps what came of the steps of these tenants. */
export function noteEnds(id: string, ends: ReadonlyMap<string, TaskEnd>): void {
  const steps = store.find(id)?.steps ?? [];
  const byIndex = steps.flatMap(({ tenantId }, index): [number, TaskEnd][] => {
    const end = ends.get(tenantId);
    return end ? [[index, end]] : [];
  });
  store.noteEnds(id, new Map(byIndex));
}

export const forgetPlan = store.forget;

/** What all the runs of a plan were to do, and what came of it up to now. */
export function keptSteps({ id, steps }: SavedPlan): KeptStep[] {
  const progressOf = store.progressOf(id);
  const current = store.find(id)?.steps ?? steps;
  return current.map(({ tenantId, action, reason, end }, index) => ({
    tenantId,
    action,
    reason,
    progress: progressOf(index),
    ...(end && { end: fromSavedEnd(end) }),
  }));
}
