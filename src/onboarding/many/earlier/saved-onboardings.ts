import { z } from 'zod/mini';
import { createPlanStore, savedStepShape } from '../../../api/runs/plan-store.ts';
import {
  targetOf,
  type OnboardingItem,
  type OnboardingStep,
} from '../../../domain/onboarding/onboarding-plan.ts';
import { rolloutKindIds } from '../../../domain/rollout/rollout-kinds.ts';

/** An onboarding that was started, with its outcomes, as this browser stores it: never with a credential. */
const onboardingSchema = z.object({
  id: z.string(),
  /** The id of the tenant that was copied. */
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
  /** Tenant by tenant, each with all items, so that steps need not repeat either. */
  steps: z.array(z.object(savedStepShape)),
});

export type SavedOnboarding = z.infer<typeof onboardingSchema>;

export const savedOnboardings = createPlanStore(
  'onboardings-1',
  'onboarding-progress-1',
  onboardingSchema,
  ({ tenants, items }) => tenants.flatMap((tenant) => items.map(({ id }) => targetOf(tenant, id))),
);

interface StartedOnboarding {
  readonly like: string;
  readonly items: readonly OnboardingItem[];
  /** Tenant by tenant, each with all items in their order. */
  readonly steps: readonly OnboardingStep[];
}

/** Stores an onboarding that is about to run. */
export function saveOnboarding({ like, items, steps }: StartedOnboarding, now: Date) {
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
  return savedOnboardings.save(
    saved,
    steps.map(() => 'open'),
  );
}
