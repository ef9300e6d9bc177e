import { z } from 'zod/mini';
import { createLocalStore, useLocalStore } from '../../api/browser-storage/local-store.ts';
import { continueSteps, type KeptStep } from '../../domain/rollout/kept-steps.ts';
import type { EarlierStep, ExistingPolicy, RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import type { KeptObject } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKindIds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import type { Operation } from '../rollout-request.ts';
import { fromSavedEnd, savedEndSchema, toSavedEnd } from './saved-end.ts';

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
  steps: z.array(
    z.object({
      tenantId: z.string(),
      action: z.enum(['create', 'update', 'delete', 'skip', 'blocked']),
      reason: z.enum([
        'absent',
        'present',
        'state-unknown',
        'name-taken',
        'quota-exceeded',
        'stopped',
        'needs-missing',
        'done-before',
      ]),
      end: z.optional(savedEndSchema),
    }),
  ),
});

export type SavedPlan = z.infer<typeof planSchema>;

const maxPlans = 5;
const plans = createLocalStore('rollout-plans-3', z.array(planSchema), []);

/**
 * How far each plan came, a letter for each of its steps. It is apart from the plans because it is written
 * before and after every request, and has to be small.
 */
const progress = createLocalStore('rollout-progress-3', z.record(z.string(), z.string()), {});
const letters = { open: 'o', begun: 'b', done: 'd' } as const;

export type StepProgress = EarlierStep['progress'];

export interface KeptPlan {
  readonly plan: SavedPlan;
  readonly steps: readonly KeptStep[];
}

/** The plans that were started in this browser, the last one first, with what came of them. */
export function useSavedPlans(): readonly KeptPlan[] {
  const all = useLocalStore(plans);
  // Read again with every note.
  useLocalStore(progress);
  return all.map((plan) => ({ plan, steps: keptSteps(plan) }));
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
  const earlier = findPlan(id);
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
  const kept = [saved, ...plans.read().filter((known) => known.id !== id)].slice(0, maxPlans);
  plans.write(kept);
  const known = progress.read();
  progress.write({
    ...Object.fromEntries(
      kept.flatMap(({ id: keptId }) => (known[keptId] === undefined ? [] : [[keptId, known[keptId]]])),
    ),
    [id]: steps.map((step) => letters[step.progress]).join(''),
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

/** Keeps what came of the steps of these tenants. */
export function noteEnds(id: string, ends: ReadonlyMap<string, TaskEnd>): void {
  if (!findPlan(id)) return;
  const withEnds = (plan: SavedPlan): SavedPlan => ({
    ...plan,
    steps: plan.steps.map((step) => {
      const end = ends.get(step.tenantId);
      return end ? { ...step, end: toSavedEnd(end) } : step;
    }),
  });
  plans.write(plans.read().map((plan) => (plan.id === id ? withEnds(plan) : plan)));
}

export function forgetPlan(id: string): void {
  plans.write(plans.read().filter((plan) => plan.id !== id));
  const { [id]: _forgotten, ...rest } = progress.read();
  progress.write(rest);
}

/** What all the runs of a plan were to do, and what came of it up to now. */
export function keptSteps({ id, steps }: SavedPlan): KeptStep[] {
  const text = progress.read()[id] ?? '';
  const current = findPlan(id)?.steps ?? steps;
  return current.map(({ tenantId, action, reason, end }, index) => ({
    tenantId,
    action,
    reason,
    progress: readLetter(text[index]),
    ...(end && { end: fromSavedEnd(end) }),
  }));
}

function findPlan(id: string): SavedPlan | undefined {
  return plans.read().find((plan) => plan.id === id);
}

function readLetter(letter: string | undefined): StepProgress {
  if (letter === letters.done) return 'done';
  return letter === letters.begun ? 'begun' : 'open';
}
