import { z } from 'zod/mini';
import { createPlanStore, savedStepShape, type StepProgress } from '../../../api/runs/plan-store.ts';
import { fromSavedEnd } from '../../../api/runs/saved-end.ts';
import {
  targetOf,
  type OnboardingItem,
  type OnboardingStep,
} from '../../../domain/onboarding/onboarding-plan.ts';
import type { KeptStep } from '../../../domain/rollout/kept-steps.ts';
import { rolloutKindIds } from '../../../domain/rollout/rollout-kinds.ts';
import type { TaskEnd } from '../../../domain/rollout/rollout-task.ts';

/** An onboarding that was started, with its outcomes, as this browser keeps it: never with a credential. */
const onboardingSchema = z.object({
  id: z.string(),
  /** The id of the tenant that the others were to be like. */
  like: z.string(),
  startedAt: z.string(),
  tenants: z.array(z.string()),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(rolloutKindIds),
      name: z.string(),
      facts: z.record(z.string(), z.string()),
    }),
  ),
  /** Tenant by tenant, each with all items: what neither says is not said again in each step. */
  steps: z.array(z.object(savedStepShape)),
});

export type SavedOnboarding = z.infer<typeof onboardingSchema>;

const store = createPlanStore('onboardings-1', 'onboarding-progress-1', onboardingSchema);

export interface KeptOnboarding {
  readonly onboarding: SavedOnboarding;
  /** Their `tenantId` is the target of the run: a tenant and an item. */
  readonly steps: readonly KeptStep[];
}

/** The onboardings that were started in this browser, the last one first, with what came of them. */
export function useSavedOnboardings(): readonly KeptOnboarding[] {
  return store.usePlans().map((onboarding) => {
    const progressOf = store.progressOf(onboarding.id);
    const targets = targetsOf(onboarding);
    return {
      onboarding,
      steps: onboarding.steps.map(({ action, reason, end }, index) => ({
        tenantId: targets[index] ?? '',
        action,
        reason,
        progress: progressOf(index),
        ...(end && { end: fromSavedEnd(end) }),
      })),
    };
  });
}

/** How a run is noted. */
interface OnboardingNotes {
  readonly noteProgress: (targetId: string, progress: StepProgress) => void;
  readonly noteEnds: (ends: ReadonlyMap<string, TaskEnd>) => void;
}

interface StartedOnboarding {
  readonly like: string;
  readonly items: readonly OnboardingItem[];
  /** Tenant by tenant, each with all items in their order. */
  readonly steps: readonly OnboardingStep[];
}

/** Keeps an onboarding that is about to be run. */
export function saveOnboarding({ like, items, steps }: StartedOnboarding, now: Date): OnboardingNotes {
  const id = now.toISOString();
  const saved: SavedOnboarding = {
    id,
    like,
    startedAt: id,
    tenants: [...new Set(steps.map(({ tenantId }) => tenantId))],
    items: items.map(({ id: itemId, kind, order: { name, facts } }) => ({
      id: itemId,
      kind,
      name,
      facts: { ...facts },
    })),
    steps: steps.map(({ action, reason }) => ({ action, reason })),
  };
  store.save(
    saved,
    steps.map(() => 'open'),
  );
  const indexes = new Map(steps.map(({ targetId }, index) => [targetId, index]));
  return {
    noteProgress: (targetId, progress) => store.noteProgress(id, indexes.get(targetId) ?? -1, progress),
    noteEnds: (ends) =>
      store.noteEnds(id, new Map([...ends].map(([targetId, end]) => [indexes.get(targetId) ?? -1, end]))),
  };
}

export const forgetOnboarding = store.forget;

function targetsOf({ tenants, items }: SavedOnboarding): string[] {
  return tenants.flatMap((tenant) => items.map(({ id }) => targetOf(tenant, id)));
}
