import type { ApiError } from '../../domain/api-problem.ts';
import type { ExistingPolicy, RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import {
  beginTask,
  lastStep,
  nextStep,
  retryTask,
  type TaskEnd,
  type TaskStep,
  type TenantAnswer,
  type TenantCall,
  type TenantTask,
} from '../../domain/rollout/rollout-task.ts';
import { BatchedStore } from '../../api/pacing/batched-store.ts';
import { PacedQueue, type Clock, type Job, type JobResult } from '../../api/pacing/paced-queue.ts';

export type RowState =
  | 'planned'
  | 'running'
  | 'retrying'
  | 'done'
  | 'skipped'
  | 'failed'
  | 'blocked'
  | 'cancelled';

/** One tenant of the run. */
export interface RunRow extends RolloutStep {
  readonly state: RowState;
  readonly end?: TaskEnd | undefined;
}

export interface RunSnapshot {
  readonly phase: 'running' | 'paused' | 'ended';
  /** Why it is paused, where nobody asked for it. */
  readonly pausedBy: 'user' | 'token' | 'unreachable' | undefined;
  /** A server has asked for patience. */
  readonly slowed: boolean;
  readonly rows: readonly RunRow[];
  readonly counts: Readonly<Record<RowState, number>>;
}

export interface RunOptions {
  readonly steps: readonly RolloutStep[];
  readonly policy: ExistingPolicy;
  /** Sends one request to a tenant; a failure is an answer too. */
  readonly send: (tenantId: string, call: TenantCall) => Promise<TenantAnswer>;
  readonly originOf: (tenantId: string) => string;
  /** Whether the console itself holds the tenant's token, so that a new one can be entered. */
  readonly takesToken: (tenantId: string) => boolean;
  readonly limitOf: (origin: string) => number;
  readonly clock: Clock;
  /** Told before the first request to a tenant is sent, and when its outcome is known. */
  readonly onProgress: (tenantId: string, progress: 'open' | 'begun' | 'done') => void;
}

/** Views hear of many answers together: drawing takes time that the next requests wait for. */
const batchMs = 250;
/** So many tenants in a row that cannot be reached mean that the way is closed, not that they are. */
const maxUnreachable = 6;

/** A rollout or removal under way. A store for views: they subscribe and read snapshots. */
export class RolloutRun {
  readonly #options: RunOptions;
  readonly #queue: PacedQueue;
  readonly #rows = new Map<string, RunRow>();
  readonly #tasks = new Map<string, TenantTask>();
  readonly #store: BatchedStore<RunSnapshot>;
  #phase: RunSnapshot['phase'] = 'running';
  #pausedBy: RunSnapshot['pausedBy'];
  #cancelled = false;
  #unreachable = 0;
  #successSinceRefusal = true;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#queue = new PacedQueue(options.limitOf, options.clock, () => this.#onIdle());
    for (const step of options.steps) this.#rows.set(step.tenantId, { ...step, state: firstState(step) });
    this.#store = new BatchedStore(() => this.#takeSnapshot(), options.clock, batchMs);
  }

  get store(): Pick<BatchedStore<RunSnapshot>, 'subscribe' | 'getSnapshot'> {
    return this.#store;
  }

  start(): void {
    const { steps, policy } = this.#options;
    this.#run(
      steps.flatMap(({ tenantId, action }) =>
        action === 'skip' || action === 'blocked' ? [] : [{ tenantId, task: beginTask(action, policy) }],
      ),
    );
  }

  pause(by: NonNullable<RunSnapshot['pausedBy']> = 'user'): void {
    if (this.#phase !== 'running') return;
    this.#queue.pause();
    this.#phase = 'paused';
    this.#pausedBy = by;
    this.#store.publish();
  }

  resume(): void {
    if (this.#phase !== 'paused') return;
    this.#phase = 'running';
    this.#pausedBy = undefined;
    this.#unreachable = 0;
    this.#store.publish();
    this.#queue.resume();
  }

  /** Starts nothing more; what is under way ends, and what was lost is asked for. */
  cancel(): void {
    if (this.#phase === 'ended') return;
    this.#cancelled = true;
    this.#queue.clear();
    const unsure: string[] = [];
    for (const row of this.#rows.values()) {
      if (row.state === 'planned') this.#setEnd(row.tenantId, { state: 'cancelled' });
      if (row.state !== 'retrying') continue;
      if (this.#tasks.get(row.tenantId)?.call === 'ask') unsure.push(row.tenantId);
      else this.#setEnd(row.tenantId, this.#endOfInterrupted(row.tenantId));
    }
    this.#phase = 'running';
    this.#pausedBy = undefined;
    this.#queue.resume();
    this.#queue.add(unsure.map((id) => this.#job(id)));
    if (this.#queue.isIdle) this.#onIdle();
    else this.#store.publish();
  }

  /** Tries again what has failed. */
  retryFailed(): void {
    this.#runAgain('failed');
  }

  /** Goes on with what was cancelled. */
  continueCancelled(): void {
    this.#runAgain('cancelled');
  }

  #runAgain(state: 'failed' | 'cancelled'): void {
    if (this.#phase !== 'ended') return;
    const rows = [...this.#rows.values()].filter((row) => row.state === state);
    this.#run(
      rows.flatMap(({ tenantId, end }) => {
        const { action } = this.#rows.get(tenantId) ?? {};
        if (action === undefined || action === 'skip' || action === 'blocked') return [];
        const spent = this.#tasks.get(tenantId) ?? beginTask(action, this.#options.policy);
        return [{ tenantId, task: end ? retryTask(spent, end) : spent }];
      }),
    );
  }

  #run(work: readonly { tenantId: string; task: TenantTask }[]): void {
    this.#cancelled = false;
    this.#unreachable = 0;
    this.#phase = work.length > 0 ? 'running' : 'ended';
    for (const { tenantId, task } of work) {
      this.#tasks.set(tenantId, task);
      this.#setState(tenantId, 'planned');
    }
    this.#queue.add(work.map(({ tenantId }) => this.#job(tenantId)));
    this.#store.publish();
  }

  #job(tenantId: string): Job {
    return { origin: this.#options.originOf(tenantId), run: () => this.#call(tenantId) };
  }

  async #call(tenantId: string): Promise<JobResult> {
    const task = this.#tasks.get(tenantId);
    if (!task) return { kind: 'ended' };
    this.#setState(tenantId, 'running');
    if (task.call !== 'ask') this.#options.onProgress(tenantId, 'begun');
    const answer = await this.#options.send(tenantId, task.call);
    const problem = answer.kind === 'failed' ? answer.problem : undefined;
    if (problem?.status === 401 && this.#options.takesToken(tenantId) && !this.#cancelled) {
      this.pause('token');
      return this.#again(tenantId, task, 0);
    }
    this.#countUnreachable(problem);
    const step = this.#cancelled ? lastStep(task, answer) : nextStep(task, answer);
    return this.#follow(tenantId, task, step);
  }

  #follow(tenantId: string, task: TenantTask, step: TaskStep): JobResult {
    if (step.kind === 'ended') {
      if (step.end.state === 'done') this.#successSinceRefusal = true;
      this.#setEnd(tenantId, step.end);
      return { kind: 'ended' };
    }
    if (step.kind === 'later') {
      // One tenant that refuses again and again while others succeed has trouble of its own.
      const slowsAll = task.refused === 0 || !this.#successSinceRefusal;
      this.#successSinceRefusal = false;
      this.#again(tenantId, step.task, step.afterMs);
      return { kind: 'later', afterMs: step.afterMs, slowsAll };
    }
    // While the way is closed nothing is held against the single tenant.
    const lost = this.#pausedBy === 'unreachable' ? task.lost : step.task.lost;
    return this.#again(tenantId, { ...step.task, lost }, step.afterMs);
  }

  #again(tenantId: string, task: TenantTask, afterMs: number): JobResult {
    this.#tasks.set(tenantId, task);
    this.#setState(tenantId, 'retrying');
    return { kind: 'again', afterMs };
  }

  #countUnreachable(problem: ApiError | undefined): void {
    this.#unreachable = problem?.kind === 'network' ? this.#unreachable + 1 : 0;
    if (this.#unreachable >= maxUnreachable && !this.#cancelled) this.pause('unreachable');
  }

  /** A request of it was refused for now, or lost; only after a loss something may have been written. */
  #endOfInterrupted(tenantId: string): TaskEnd {
    const lost = (this.#tasks.get(tenantId)?.lost ?? 0) > 0;
    return lost ? { state: 'failed', why: 'outcome-unknown' } : { state: 'cancelled' };
  }

  #setEnd(tenantId: string, end: TaskEnd): void {
    const row = this.#rows.get(tenantId);
    if (!row) return;
    this.#rows.set(tenantId, { ...row, state: end.state, end });
    if (end.state === 'done') this.#options.onProgress(tenantId, 'done');
    else if (end.state !== 'failed' || end.why !== 'outcome-unknown')
      this.#options.onProgress(tenantId, 'open');
    this.#store.schedule();
  }

  #setState(tenantId: string, state: 'planned' | 'running' | 'retrying'): void {
    const row = this.#rows.get(tenantId);
    if (!row) return;
    this.#rows.set(tenantId, { ...row, state, end: undefined });
    this.#store.schedule();
  }

  #onIdle(): void {
    this.#phase = 'ended';
    this.#pausedBy = undefined;
    this.#store.publish();
  }

  #takeSnapshot(): RunSnapshot {
    const rows = [...this.#rows.values()];
    const counts = {
      planned: 0,
      running: 0,
      retrying: 0,
      done: 0,
      skipped: 0,
      failed: 0,
      blocked: 0,
      cancelled: 0,
    };
    for (const { state } of rows) counts[state] += 1;
    const slowed = this.#phase === 'running' && this.#queue.pausedUntil !== undefined;
    return { phase: this.#phase, pausedBy: this.#pausedBy, slowed, rows, counts };
  }
}

function firstState({ action }: RolloutStep): RowState {
  if (action === 'skip') return 'skipped';
  return action === 'blocked' ? 'blocked' : 'planned';
}
