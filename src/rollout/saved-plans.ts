import { z } from 'zod/mini';
import { createLocalStore, useLocalStore } from '../api/browser-storage/local-store.ts';
import type { EarlierStep, ExistingPolicy, RolloutStep } from '../domain/rollout/rollout-plan.ts';
import type { Operation, RolloutKind } from './rollout-request.ts';

/** A plan that was started, as this browser keeps it: never with a credential. */
const planSchema = z.object({
  id: z.string(),
  kind: z.enum(['secret', 'repository']),
  operation: z.enum(['rollout', 'removal']),
  name: z.string(),
  /** Of a repository; one with credentials inside is refused by its form. */
  url: z.optional(z.string()),
  policy: z.enum(['update', 'skip', 'stop']),
  startedAt: z.string(),
  steps: z.array(
    z.object({
      tenantId: z.string(),
      action: z.enum(['create', 'update', 'delete', 'skip', 'blocked']),
    }),
  ),
});

export type SavedPlan = z.infer<typeof planSchema>;

const maxPlans = 5;
const plans = createLocalStore('rollout-plans-1', z.array(planSchema), []);

/**
 * How far each plan came, a letter for each of its steps. It is apart from the plans because it is written
 * before and after every request, and has to be small.
 */
const progress = createLocalStore('rollout-progress-1', z.record(z.string(), z.string()), {});
const letters = { open: 'o', begun: 'b', done: 'd' } as const;

export type StepProgress = keyof typeof letters;

export function useSavedPlans(): readonly { plan: SavedPlan; done: number; planned: number }[] {
  const all = useLocalStore(plans);
  const progressOf = useLocalStore(progress);
  return all.map((plan) => {
    const counted = plan.steps.filter(({ action }) => action !== 'skip' && action !== 'blocked');
    const done = (progressOf[plan.id] ?? '').replaceAll(/[^d]/g, '').length;
    return { plan, done, planned: Math.max(counted.length, done) };
  });
}

export interface StartedPlan {
  /** That of the plan that is gone on with, or a new one. */
  readonly id: string;
  readonly kind: RolloutKind;
  readonly operation: Operation;
  readonly name: string;
  readonly url: string | undefined;
  readonly policy: ExistingPolicy;
  readonly steps: readonly RolloutStep[];
}

/** Keeps a plan that is about to be run; what an earlier run did of it stays done. */
export function savePlan(plan: StartedPlan, now: Date): SavedPlan {
  const { id, kind, operation, name, url, policy } = plan;
  const earlier = plans.read().find((known) => known.id === id);
  const startedAt = earlier?.startedAt ?? now.toISOString();
  const steps = plan.steps.map(({ tenantId, action }) => ({ tenantId, action }));
  const text = plan.steps.map(({ reason }) => letters[reason === 'done-before' ? 'done' : 'open']).join('');
  const others = plans.read().filter((known) => known.id !== id);
  const saved = { id, kind, operation, name, ...(url !== undefined && { url }), policy, startedAt, steps };
  const kept = [saved, ...others].slice(0, maxPlans);
  plans.write(kept);
  const known = progress.read();
  progress.write({
    ...Object.fromEntries(
      kept.flatMap(({ id: keptId }) => (known[keptId] === undefined ? [] : [[keptId, known[keptId]]])),
    ),
    [id]: text,
  });
  return saved;
}

/**
 * Notes how far a tenant has come; `index` is that of its step. One tenant's end and the next one's beginning fall
 * together: they are written together, as soon as both are noted.
 */
export function noteProgress(id: string, index: number, step: StepProgress): void {
  if (notes.length === 0) queueMicrotask(writeNotes);
  notes.push({ id, index, step });
}

let notes: { readonly id: string; readonly index: number; readonly step: StepProgress }[] = [];

function writeNotes(): void {
  const known = { ...progress.read() };
  for (const { id, index, step } of notes) {
    const text = known[id];
    if (text === undefined || index < 0 || index >= text.length) continue;
    known[id] = `${text.slice(0, index)}${letters[step]}${text.slice(index + 1)}`;
  }
  notes = [];
  progress.write(known);
}

export function forgetPlan(id: string): void {
  plans.write(plans.read().filter((plan) => plan.id !== id));
  const { [id]: _forgotten, ...rest } = progress.read();
  progress.write(rest);
}

/** What is known of an earlier run of the plan. */
export function earlierSteps({ id, steps }: SavedPlan): EarlierStep[] {
  const text = progress.read()[id] ?? '';
  return steps.map(({ tenantId, action }, index) => ({
    tenantId,
    action,
    progress: readLetter(text[index]),
  }));
}

function readLetter(letter: string | undefined): StepProgress {
  if (letter === letters.done) return 'done';
  return letter === letters.begun ? 'begun' : 'open';
}
