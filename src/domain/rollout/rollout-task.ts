import { leavesOutcomeOpen, mayHaveTakenEffect, saysAbsent, type ApiError } from '../api-problem.ts';
import type { ExistingPolicy } from './rollout-plan.ts';

/** A request about one name in one tenant; `ask` checks whether the tenant has it. */
export type TaskCall = 'create' | 'update' | 'delete' | 'ask';

/** The work on one name in one tenant, between two requests. */
export interface WriteTask {
  readonly action: 'create' | 'update' | 'delete';
  readonly policy: ExistingPolicy;
  /** The next request. */
  readonly call: TaskCall;
  /** An earlier request of this run may have created it: if it exists, it counts as ours. */
  readonly unsure: boolean;
  /** How many requests so far had an unknown outcome. */
  readonly lost: number;
  /** How many requests so far were answered with “later”. */
  readonly refused: number;
  /** The server error that the creation ended with, while the tenant is asked whether it took effect. */
  readonly brokenBy?: ApiError;
}

export type TaskAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly problem: ApiError };

export type TaskEnd =
  | { readonly state: 'done'; readonly how: 'written' | 'found-after-loss' | 'gone-already' }
  | { readonly state: 'skipped'; readonly why: 'present' }
  /** Cancelled before anything was written. */
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed';
      /** `needs`: something that it needs in the same tenant was not done. */
      readonly why: 'refused' | 'present' | 'outcome-unknown' | 'needs';
      readonly problem?: ApiError;
    };

export type TaskStep =
  | { readonly kind: 'ended'; readonly end: TaskEnd }
  | { readonly kind: 'call'; readonly task: WriteTask; readonly afterMs: number }
  /** The server asks to slow down: repeat the same call, and slow the whole run. */
  | {
      readonly kind: 'later';
      readonly task: WriteTask;
      readonly afterMs: number;
      /** The wait that the server asked for. */
      readonly askedSeconds: number | undefined;
    };

const maxLost = 3;
const maxRefused = 6;
const longestWaitMs = 30_000;
/** A server that asks for a longer wait than this, in seconds, counts as failed: nobody watches a run for hours. */
export const maxWaitSeconds = 60;

/** The task of a planned step, before its first request. */
export function beginTask(action: WriteTask['action'], policy: ExistingPolicy): WriteTask {
  return { action, policy, call: action, unsure: false, lost: 0, refused: 0 };
}

/** The task of a failed step that is tried again: if something may have been written, the tenant is asked first. */
export function retryTask(task: WriteTask, end: TaskEnd): WriteTask {
  const fresh = beginTask(task.action, task.policy);
  if (task.action !== 'create' || end.state !== 'failed') return fresh;
  if (task.unsure || end.why === 'outcome-unknown') return { ...fresh, call: 'ask', unsure: true };
  // After a server error it may exist; who created it matters only if it must not be updated.
  const status = end.problem?.status ?? 0;
  return status >= 500 ? { ...fresh, call: 'ask', unsure: task.policy !== 'update' } : fresh;
}

/** What follows from the answer to `task.call`: the end, or the next request and the wait before it. */
export function nextStep(task: WriteTask, answer: TaskAnswer): TaskStep {
  if (answer.kind === 'failed') return afterFailure(task, answer.problem);
  switch (task.call) {
    case 'ask':
      return answer.kind === 'present' ? whenPresent(task) : whenAbsent(task);
    case 'create':
    case 'update':
    case 'delete':
      return ended({ state: 'done', how: 'written' });
  }
}

/**
 * The same after the run was cancelled: nothing more is written, but the tenant is still asked about what may have been
 * written, so that the reported outcome is true.
 */
export function lastStep(task: WriteTask, answer: TaskAnswer): TaskStep {
  const step = nextStep(task, answer);
  if (step.kind === 'ended' || (step.kind === 'call' && step.task.call === 'ask')) return step;
  const cancelled = ended({ state: 'cancelled' });
  if (answer.kind !== 'failed' || !mayHaveTakenEffect(answer.problem))
    return task.call === 'ask' && step.kind === 'later' ? step : cancelled;
  // Asking shows whether it was deleted; nothing shows whether it was updated.
  if (task.call === 'delete') return call({ ...step.task, call: 'ask' });
  return ended({ state: 'failed', why: 'outcome-unknown', problem: answer.problem });
}

function afterFailure(task: WriteTask, problem: ApiError): TaskStep {
  if (problem.status === 429 || problem.status === 503) return afterRefusal(task, problem);
  if (mayHaveTakenEffect(problem)) return afterLoss(task, problem);
  if (leavesOutcomeOpen(problem)) return afterBreakdown(task, problem);
  const isTaken = problem.status === 409 && problem.code !== 'NameTaken';
  // Switch only once from creating to updating, or back, to avoid an endless loop.
  if (isTaken && task.call === 'create' && (task.action === 'create' || task.unsure)) {
    return whenPresent({ ...task, action: 'create' });
  }
  if (saysAbsent(problem) && task.call === 'update' && task.action === 'update') {
    return call({ ...task, call: 'create' });
  }
  if (task.call === 'delete' && saysAbsent(problem)) return ended({ state: 'done', how: 'gone-already' });
  return refusedFor(task, problem);
}

function afterRefusal(task: WriteTask, problem: ApiError): TaskStep {
  const refused = task.refused + 1;
  const asked = problem.retryAfterSeconds;
  if (refused >= maxRefused || (asked !== undefined && asked > maxWaitSeconds))
    return refusedFor(task, problem);
  const afterMs = asked === undefined ? Math.min(1000 * 2 ** (refused - 1), longestWaitMs) : asked * 1000;
  return { kind: 'later', task: { ...task, refused }, afterMs, askedSeconds: asked };
}

/**
 * After a lost answer, a refusal does not show what became of the earlier write; a creation is only repeated after
 * asking.
 */
function refusedFor(task: WriteTask, problem: ApiError): TaskStep {
  const isOpen = task.call === 'ask' || (task.lost > 0 && task.call !== 'create');
  return ended({ state: 'failed', why: isOpen ? 'outcome-unknown' : 'refused', problem });
}

function afterLoss(task: WriteTask, problem: ApiError): TaskStep {
  const lost = task.lost + 1;
  if (lost > maxLost) return ended({ state: 'failed', why: 'outcome-unknown', problem });
  // Updating or deleting twice is harmless; a creation is not repeated before the tenant was asked.
  const next = task.call === 'create' ? ({ call: 'ask', unsure: true } as const) : {};
  return call({ ...task, ...next, lost }, 250 * 2 ** task.lost);
}

/** The server failed on this request and would again, so it is not repeated; it may have taken effect all the same. */
function afterBreakdown(task: WriteTask, problem: ApiError): TaskStep {
  if (task.call !== 'create') return ended({ state: 'failed', why: 'outcome-unknown', problem });
  // Who created it matters only if it must not be updated.
  return call({ ...task, call: 'ask', unsure: task.unsure || task.policy !== 'update', brokenBy: problem });
}

function whenPresent(task: WriteTask): TaskStep {
  if (task.action === 'delete') return call({ ...task, call: 'delete' });
  if (task.action === 'update') return call({ ...task, call: 'update' });
  if (task.unsure) return ended({ state: 'done', how: 'found-after-loss' });
  switch (task.policy) {
    case 'update':
      return call({ ...task, call: 'update' });
    case 'skip':
      return ended({ state: 'skipped', why: 'present' });
    case 'stop':
      return ended({ state: 'failed', why: 'present' });
  }
}

function whenAbsent(task: WriteTask): TaskStep {
  if (task.brokenBy) return ended({ state: 'failed', why: 'refused', problem: task.brokenBy });
  return task.action === 'delete'
    ? ended({ state: 'done', how: 'gone-already' })
    : call({ ...task, call: 'create' });
}

function call(task: WriteTask, afterMs = 0): TaskStep {
  return { kind: 'call', task, afterMs };
}

function ended(end: TaskEnd): TaskStep {
  return { kind: 'ended', end };
}
