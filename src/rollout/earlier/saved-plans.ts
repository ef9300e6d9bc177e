import { z } from 'zod/mini';
import { createPlanStore, savedStepShape } from '../../api/runs/plan-store.ts';
import { toSavedEnd } from '../../api/runs/saved-end.ts';
import { continueSteps } from '../../domain/rollout/kept-steps.ts';
import type { KeptObject } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKindIds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import type { ExistingPolicy, RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import type { Operation } from '../rollout-request.ts';

/** A plan that was started, with its outcomes, as this browser stores it: never with a credential. */
const planSchema = z.object({
  id: z.string(),
  kind: z.enum(rolloutKindIds),
  operation: z.enum(['rollout', 'removal']),
  name: z.string(),
  /** What else identifies the object, such as the URL of a repository. */
  facts: z.record(z.string(), z.string()),
  policy: z.enum(['update', 'skip', 'stop']),
  startedAt: z.string(),
  steps: z.array(z.object({ tenantId: z.string(), ...savedStepShape })),
});

export type SavedPlan = z.infer<typeof planSchema>;

export const savedPlans = createPlanStore('rollout-plans-3', 'rollout-progress-3', planSchema, ({ steps }) =>
  steps.map(({ tenantId }) => tenantId),
);

export interface StartedPlan extends KeptObject {
  /** The id of the plan being continued, or a new one. */
  readonly id: string;
  readonly kind: RolloutKindId;
  readonly operation: Operation;
  readonly policy: ExistingPolicy;
  readonly steps: readonly RolloutStep[];
}

/** Stores a plan that is about to run, merged with the plans and outcomes of its earlier runs. */
export function savePlan(plan: StartedPlan, now: Date) {
  const { id, kind, operation, name, facts, policy } = plan;
  const earlier = savedPlans.find(id);
  const startedAt = earlier?.startedAt ?? now.toISOString();
  const steps = continueSteps(earlier ? savedPlans.keptSteps(earlier) : [], plan.steps);
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
  const notes = savedPlans.save(
    saved,
    steps.map(({ progress }) => progress),
  );
  return { plan: saved, notes };
}
