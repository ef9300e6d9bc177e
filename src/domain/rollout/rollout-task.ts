import { leavesOutcomeOpen, mayHaveTakenEffect, saysAbsent, type ApiError } from '../api-problem.ts';
import type { ExistingPolicy } from './rollout-plan.ts';

/** A request about one name in one tenant; `ask` is whether the tenant has it. */
export type TaskCall = 'create' | 'update' | 'delete' | 'ask';

/** The work on one name in one tenant, as it stands between two requests. */
export interface WriteTask {
  readonly action: 'create' | 'update' | 'delete';
  readonly policy: ExistingPolicy;
  /** The next request. */
  readonly call: TaskCall;
  /** An earlier request of ours may have created it: if it is there, it counts as ours. */
  readonly unsure: boolean;
  /** Requests so far whose outcome is not known. */
  readonly lost: number;
  /** Requests so far that were answered with “later”. */
  readonly refused: number;
  /** The server's own failure over the creation, of which it is being asked what became. */
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
  /** Called off before anything was written. */
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed';
      /** `needs`: something else that it needs in the same tenant was not done. */
      readonly why: 'refused' | 'present' | 'outcome-unknown' | 'needs';
      readonly problem?: ApiError;
    };

export type TaskStep =
  | { readonly kind: 'ended'; readonly end: TaskEnd }
  | { readonly kind: 'call'; readonly task: WriteTask; readonly afterMs: number }
  /** The server asks for patience: the same call again, and the whole run slower. */
  | {
      readonly kind: 'later';
      readonly task: WriteTask;
      readonly afterMs: number;
      /** What the server itself asked for. */
      readonly askedSeconds: number | undefined;
    };

const maxLost = 3;
const maxRefused = 6;
const longestWaitMs = 30_000;
/** Who asks for more patience than this, in seconds, fails: nobody watches a run for hours. */
export const maxWaitSeconds = 60;

/** The task of a planned step, before its first request. */
export function beginTask(action: WriteTask['action'], policy: ExistingPolicy): WriteTask {
  return { action, policy, call: action, unsure: false, lost: 0, refused: 0 };
}

/** The task of a failed step that is tried again: whatever may have been written is asked for first. */
export function retryTask(task: WriteTask, end: TaskEnd): WriteTask {
  const fresh = beginTask(task.action, task.policy);
  if (task.action !== 'create' || end.state !== 'failed') return fresh;
  if (task.unsure || end.why === 'outcome-unknown') return { ...fresh, call: 'ask', unsure: true };
  // After the server's own failure something may be there; whose it is counts only where it must not be updated.
  const status = end.problem?.status ?? 0;
  return status >= 500 ? { ...fresh, call: 'ask', unsure: task.policy !== 'update' } : fresh;
}

/** What follows from the answer to `task.call`: the end, or the next request and how long to wait before it. */
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
 * The same once the run has been cancelled: nothing more is written, but what may have been written already is
 * still asked for, so that the outcome told is the true one.
 */
export function lastStep(task: WriteTask, answer: TaskAnswer): TaskStep {
  const step = nextStep(task, answer);
  if (step.kind === 'ended' || (step.kind === 'call' && step.task.call === 'ask')) return step;
  const cancelled = ended({ state: 'cancelled' });
  if (answer.kind !== 'failed' || !mayHaveTakenEffect(answer.problem))
    return task.call === 'ask' && step.kind === 'later' ? step : cancelled;
  // Asking tells whether it was deleted; whether it was updated nobody can tell.
  if (task.call === 'delete') return call({ ...step.task, call: 'ask' });
  return ended({ state: 'failed', why: 'outcome-unknown', problem: answer.problem });
}

function afterFailure(task: WriteTask, problem: ApiError): TaskStep {
  if (problem.status === 429 || problem.status === 503) return afterRefusal(task, problem);
  if (mayHaveTakenEffect(problem)) return afterLoss(task, problem);
  if (leavesOutcomeOpen(problem)) return afterBreakdown(task, problem);
  const isTaken = problem.status === 409 && problem.code !== 'NameTaken';
  // One turn from creating to updating, or back, and no more: they could go round for ever.
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

/** After a loss a refusal leaves open what became of the write before it; a creation is repeated only after asking. */
function refusedFor(task: WriteTask, problem: ApiError): TaskStep {
  const isOpen = task.call === 'ask' || (task.lost > 0 && task.call !== 'create');
  return ended({ state: 'failed', why: isOpen ? 'outcome-unknown' : 'refused', problem });
}

function afterLoss(task: WriteTask, problem: ApiError): TaskStep {
  const lost = task.lost + 1;
  if (lost > maxLost) return ended({ state: 'failed', why: 'outcome-unknown', problem });
  // Updating and deleting twice does what once does; creating is not repeated before the tenant was asked.
  const next = task.call === 'create' ? ({ call: 'ask', unsure: true } as const) : {};
  return call({ ...task, ...next, lost }, 250 * 2 ** task.lost);
}

/** The server failed over it and would again, so that it is not sent once more; something may be there all the same. */
function afterBreakdown(task: WriteTask, problem: ApiError): TaskStep {
  if (task.call !== 'create') return ended({ state: 'failed', why: 'outcome-unknown', problem });
  // Whose it is counts only where it must not be updated.
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
