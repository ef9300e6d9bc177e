import { z } from 'zod/mini';
import type { KeptStep } from '../../domain/rollout/kept-steps.ts';
import type { EarlierStep } from '../../domain/rollout/rollout-plan.ts';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import { createLocalStore, useLocalStore } from '../browser-storage/local-store.ts';
import { fromSavedEnd, savedEndSchema, toSavedEnd } from './saved-end.ts';

/** What this browser stores of every step, besides its target. */
export const savedStepShape = {
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
};

const stepSchema = z.object(savedStepShape);

interface SavedPlan {
  readonly id: string;
  readonly steps: readonly z.infer<typeof stepSchema>[];
}

type StepProgress = EarlierStep['progress'];

/** A plan and its outcomes so far; the `tenantId` of a step is the target of its run. */
export interface KeptPlan<P> {
  readonly plan: P;
  readonly steps: readonly KeptStep[];
}

/** Records the progress of a run, by target. */
interface RunNotes {
  /**
   * Records the progress of a step. The end of one step coincides with the start of the next: they are written
   * together.
   */
  readonly noteProgress: (targetId: string, step: StepProgress) => void;
  /** Stores the outcomes of these steps. */
  readonly noteEnds: (ends: ReadonlyMap<string, TaskEnd>) => void;
}

/** Plans that were started in this browser, with their outcomes; never with a credential. */
interface PlanStore<P extends SavedPlan> {
  /** Newest first. */
  readonly usePlans: () => readonly KeptPlan<P>[];
  readonly find: (id: string) => P | undefined;
  /** The stored outcomes of a plan. */
  readonly keptSteps: (plan: P) => KeptStep[];
  /** Stores a plan with the progress of each step, replacing the one with its id. */
  readonly save: (plan: P, progress: readonly StepProgress[]) => RunNotes;
  readonly forget: (id: string) => void;
}

const letters = { open: 'o', begun: 'b', done: 'd' } as const;

const maxPlans = 5;

/** Stores the latest plans under `plansKey`; `targetsOf` returns the target of each step. */
export function createPlanStore<P extends SavedPlan>(
  plansKey: string,
  progressKey: string,
  schema: z.ZodMiniType<P>,
  targetsOf: (plan: P) => readonly string[],
): PlanStore<P> {
  const plans = createLocalStore<P[]>(plansKey, z.array(schema), []);
  /**
   * One letter per step. Stored apart from the plans, because it is written before and after every request and has to
   * be small.
   */
  const progress = createLocalStore(progressKey, z.record(z.string(), z.string()), {});
  let notes: { readonly id: string; readonly index: number; readonly step: StepProgress }[] = [];

  const find = (id: string) => plans.read().find((plan) => plan.id === id);
  const writeNotes = () => {
    const known = { ...progress.read() };
    for (const { id, index, step } of notes) {
      const text = known[id];
      if (text === undefined || index < 0 || index >= text.length) continue;
      known[id] = `${text.slice(0, index)}${letters[step]}${text.slice(index + 1)}`;
    }
    notes = [];
    progress.write(known);
  };

  const keptSteps = (plan: P): KeptStep[] => {
    const current = find(plan.id) ?? plan;
    const text = progress.read()[plan.id] ?? '';
    const targets = targetsOf(current);
    return current.steps.map(({ action, reason, end }, index) => ({
      tenantId: targets[index] ?? '',
      action,
      reason,
      progress: readLetter(text[index]),
      ...(end && { end: fromSavedEnd(end) }),
    }));
  };

  return {
    usePlans: () => {
      // Subscribes to the progress too, which `keptSteps` reads.
      useLocalStore(progress);
      return useLocalStore(plans).map((plan) => ({ plan, steps: keptSteps(plan) }));
    },
    find,
    keptSteps,
    save: (plan, steps) => {
      const kept = [plan, ...plans.read().filter(({ id }) => id !== plan.id)].slice(0, maxPlans);
      plans.write(kept);
      const known = progress.read();
      progress.write({
        ...Object.fromEntries(kept.flatMap(({ id }) => (known[id] === undefined ? [] : [[id, known[id]]]))),
        [plan.id]: steps.map((step) => letters[step]).join(''),
      });
      const targets = targetsOf(plan);
      const indexes = new Map(targets.map((targetId, index) => [targetId, index]));
      return {
        noteProgress: (targetId, step) => {
          if (notes.length === 0) queueMicrotask(writeNotes);
          notes.push({ id: plan.id, index: indexes.get(targetId) ?? -1, step });
        },
        noteEnds: (ends) => {
          const withEnds = (one: P): P => ({
            ...one,
            steps: one.steps.map((step, index) => {
              const end = ends.get(targets[index] ?? '');
              return end ? { ...step, end: toSavedEnd(end) } : step;
            }),
          });
          if (find(plan.id))
            plans.write(plans.read().map((one) => (one.id === plan.id ? withEnds(one) : one)));
        },
      };
    },
    forget: (id) => {
      plans.write(plans.read().filter((plan) => plan.id !== id));
      const { [id]: _forgotten, ...rest } = progress.read();
      progress.write(rest);
    },
  };
}

function readLetter(letter: string | undefined): StepProgress {
  if (letter === letters.done) return 'done';
  return letter === letters.begun ? 'begun' : 'open';
}
