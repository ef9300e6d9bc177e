import { z } from 'zod/mini';
import type { EarlierStep } from '../../domain/rollout/rollout-plan.ts';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import { createLocalStore, useLocalStore } from '../browser-storage/local-store.ts';
import { savedEndSchema, toSavedEnd } from './saved-end.ts';

/** What this browser keeps of every step, besides what it is about. */
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

export type StepProgress = EarlierStep['progress'];

/** Plans that were started in this browser, with their outcomes; never with a credential. */
interface PlanStore<P extends SavedPlan> {
  /** The last one first. */
  readonly usePlans: () => readonly P[];
  readonly find: (id: string) => P | undefined;
  /** Keeps a plan in place of the one of its id, with how far each of its steps is. */
  readonly save: (plan: P, progress: readonly StepProgress[]) => void;
  /** How far a plan came, by the index of the step. */
  readonly progressOf: (id: string) => (index: number) => StepProgress;
  /**
   * Notes how far a step has come. One step's end and the next one's beginning fall together: they are written
   * together, as soon as both are noted.
   */
  readonly noteProgress: (id: string, index: number, step: StepProgress) => void;
  /** Keeps what came of these steps, by their index. */
  readonly noteEnds: (id: string, ends: ReadonlyMap<number, TaskEnd>) => void;
  readonly forget: (id: string) => void;
}

const letters = { open: 'o', begun: 'b', done: 'd' } as const;

const maxPlans = 5;

/** Keeps the last plans under `plansKey`. */
export function createPlanStore<P extends SavedPlan>(
  plansKey: string,
  progressKey: string,
  schema: z.ZodMiniType<P>,
): PlanStore<P> {
  const plans = createLocalStore<P[]>(plansKey, z.array(schema), []);
  /**
   * A letter for each of the steps. It is apart from the plans because it is written before and after every request,
   * and has to be small.
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

  return {
    usePlans: () => {
      // Read again with every note.
      useLocalStore(progress);
      return useLocalStore(plans);
    },
    find,
    save: (plan, steps) => {
      const kept = [plan, ...plans.read().filter(({ id }) => id !== plan.id)].slice(0, maxPlans);
      plans.write(kept);
      const known = progress.read();
      progress.write({
        ...Object.fromEntries(kept.flatMap(({ id }) => (known[id] === undefined ? [] : [[id, known[id]]]))),
        [plan.id]: steps.map((step) => letters[step]).join(''),
      });
    },
    progressOf: (id) => {
      const text = progress.read()[id] ?? '';
      return (index) => readLetter(text[index]);
    },
    noteProgress: (id, index, step) => {
      if (notes.length === 0) queueMicrotask(writeNotes);
      notes.push({ id, index, step });
    },
    noteEnds: (id, ends) => {
      if (!find(id)) return;
      const withEnds = (plan: P): P => ({
        ...plan,
        steps: plan.steps.map((step, index) => {
          const end = ends.get(index);
          return end ? { ...step, end: toSavedEnd(end) } : step;
        }),
      });
      plans.write(plans.read().map((plan) => (plan.id === id ? withEnds(plan) : plan)));
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
