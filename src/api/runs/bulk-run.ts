import type { ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { isWrite, type ExistingPolicy } from '../../domain/rollout/rollout-plan.ts';
import {
  beginTask,
  lastStep,
  nextStep,
  retryTask,
  type TaskAnswer,
  type TaskCall,
  type TaskEnd,
  type TaskStep,
  type WriteTask,
} from '../../domain/rollout/rollout-task.ts';
import {
  countRows,
  firstRow,
  type RowCounts,
  type RunRow,
  type RunSnapshot,
  type RunStep,
} from '../../domain/rollout/run-rows.ts';
import { BatchedStore } from '../pacing/batched-store.ts';
import { maxConcurrency, originOf } from '../pacing/max-concurrency.ts';
import { browserClock, PacedQueue, type Clock, type Job, type JobResult } from '../pacing/paced-queue.ts';
import { RunClock } from './run-clock.ts';

export interface RunOptions {
  readonly steps: readonly RunStep[];
  readonly policy: ExistingPolicy;
  /** Sends one request for a target; a failure is an answer too. */
  readonly send: (targetId: string, call: TaskCall) => Promise<TaskAnswer>;
  /** The connection through which a target is written. */
  readonly connectionOf: (targetId: string) => Connection;
  readonly clock?: Clock | undefined;
  /** Called before the first request for a target is sent, and when its outcome is known. */
  readonly onProgress: (targetId: string, progress: 'open' | 'begun' | 'done') => void;
}

/** Views receive several answers together, because rendering delays the next requests. */
const batchMs = 250;
/** That many unreachable targets in a row mean that the connection is lost, rather than the targets. */
const maxUnreachable = 6;

/**
 * One kind of write to many targets: a rollout or removal in many tenants, or the deletion of many names in one tenant.
 * It is a store: views subscribe and read snapshots.
 */
export class BulkRun {
  readonly #options: RunOptions;
  readonly #time: RunClock;
  readonly #queue: PacedQueue;
  readonly #rows = new Map<string, RunRow>();
  readonly #tasks = new Map<string, WriteTask>();
  /** Targets whose first request has to wait until others are done. */
  readonly #waiting = new Map<string, readonly string[]>();
  /** The outcomes of targets that are planned again, restored if that is cancelled. */
  readonly #earlierEnds = new Map<string, TaskEnd>();
  readonly #store: BatchedStore<RunSnapshot>;
  #phase: RunSnapshot['phase'] = 'running';
  #pausedBy: RunSnapshot['pausedBy'];
  #cancelled = false;
  #unreachable = 0;
  #successSinceRefusal = true;

  constructor(options: RunOptions) {
    this.#options = options;
    const clock = options.clock ?? browserClock;
    this.#time = new RunClock(clock, () => this.#store.publish());
    this.#queue = new PacedQueue(
      (origin) => maxConcurrency(origin),
      clock,
      () => this.#onIdle(),
    );
    for (const step of options.steps) this.#rows.set(step.targetId, firstRow(step));
    this.#store = new BatchedStore(() => this.#takeSnapshot(), clock, batchMs);
  }

  get store(): Pick<BatchedStore<RunSnapshot>, 'subscribe' | 'getSnapshot'> {
    return this.#store;
  }

  start(): void {
    const { steps, policy } = this.#options;
    this.#run(
      steps.flatMap(({ targetId, action }) =>
        isWrite(action) ? [{ targetId, task: beginTask(action, policy) }] : [],
      ),
    );
  }

  pause(by: NonNullable<RunSnapshot['pausedBy']> = 'user'): void {
    if (this.#phase !== 'running') return;
    this.#queue.pause();
    this.#time.stop();
    this.#phase = 'paused';
    this.#pausedBy = by;
    this.#store.publish();
  }

  resume(): void {
    if (this.#phase !== 'paused') return;
    this.#phase = 'running';
    this.#time.goOn();
    this.#pausedBy = undefined;
    this.#unreachable = 0;
    this.#store.publish();
    this.#queue.resume();
  }

  /** Starts nothing more; running requests end, and lost answers are still looked up. */
  cancel(): void {
    if (this.#phase === 'ended') return;
    this.#cancelled = true;
    this.#queue.clear();
    this.#waiting.clear();
    const unsure: string[] = [];
    for (const row of this.#rows.values()) {
      if (row.state === 'planned')
        this.#setEnd(row.targetId, this.#earlierEnds.get(row.targetId) ?? { state: 'cancelled' });
      if (row.state !== 'retrying') continue;
      if (this.#tasks.get(row.targetId)?.call === 'ask') unsure.push(row.targetId);
      else this.#setEnd(row.targetId, this.#endOfInterrupted(row.targetId));
    }
    this.#phase = 'running';
    this.#pausedBy = undefined;
    this.#queue.resume();
    this.#queue.add(unsure.map((id) => this.#job(id)));
    if (this.#queue.isIdle) this.#onIdle();
    else this.#store.publish();
  }

  /** Retries what has failed, or only `targetId`. */
  retryFailed(targetId?: string): void {
    this.#runAgain('failed', targetId);
  }

  /** Continues with what was cancelled. */
  continueCancelled(): void {
    this.#runAgain('cancelled');
  }

  #runAgain(state: 'failed' | 'cancelled', only?: string): void {
    if (this.#phase !== 'ended') return;
    const rows = [...this.#rows.values()].filter(
      (row) => row.state === state && (only === undefined || row.targetId === only),
    );
    this.#run(
      rows.flatMap(({ targetId, action, end }) => {
        if (!isWrite(action)) return [];
        if (end) this.#earlierEnds.set(targetId, end);
        const spent = this.#tasks.get(targetId) ?? beginTask(action, this.#options.policy);
        return [{ targetId, task: end ? retryTask(spent, end) : spent }];
      }),
    );
  }

  #run(work: readonly { targetId: string; task: WriteTask }[]): void {
    this.#cancelled = false;
    this.#unreachable = 0;
    this.#phase = work.length > 0 ? 'running' : 'ended';
    if (work.length > 0) this.#time.begin(work.length);
    for (const { targetId, task } of work) {
      this.#tasks.set(targetId, task);
      this.#setState(targetId, 'planned');
    }
    for (const { targetId } of work) {
      const needs = this.#rows.get(targetId)?.needs ?? [];
      if (needs.length > 0) this.#waiting.set(targetId, needs);
    }
    this.#queue.add(
      work.filter(({ targetId }) => !this.#waiting.has(targetId)).map(({ targetId }) => this.#job(targetId)),
    );
    this.#releaseWaiting();
    if (this.#phase === 'running' && this.#queue.isIdle) this.#onIdle();
    this.#store.publish();
  }

  /** Starts the targets that have all they need, and ends those that will never have it. */
  #releaseWaiting(): void {
    for (const [targetId, needs] of this.#waiting) {
      const states = needs.map((id) => this.#rows.get(id)?.state ?? 'skipped');
      const isMissing = states.some(
        (state) => state === 'failed' || state === 'blocked' || state === 'cancelled',
      );
      const isReady = states.every((state) => state === 'done' || state === 'skipped');
      if (!isMissing && !isReady) continue;
      this.#waiting.delete(targetId);
      if (isReady) this.#queue.add([this.#job(targetId)]);
      else this.#setEnd(targetId, { state: 'failed', why: 'needs' });
    }
  }

  #job(targetId: string): Job {
    return { origin: originOf(this.#options.connectionOf(targetId)), run: () => this.#call(targetId) };
  }

  async #call(targetId: string): Promise<JobResult> {
    const task = this.#tasks.get(targetId);
    if (!task) return { kind: 'ended' };
    this.#earlierEnds.delete(targetId);
    this.#setState(targetId, 'running');
    if (task.call !== 'ask') this.#options.onProgress(targetId, 'begun');
    const answer = await this.#options.send(targetId, task.call);
    const problem = answer.kind === 'failed' ? answer.problem : undefined;
    // The console itself holds the tenant's token, so the user can enter a new one.
    const takesToken = () => this.#options.connectionOf(targetId).auth === 'bearer';
    if (problem?.status === 401 && takesToken() && !this.#cancelled) {
      this.pause('token');
      return this.#again(targetId, task, 0);
    }
    if (problem?.kind === 'sign-in' && !this.#cancelled) {
      this.pause('signed-out');
      return this.#again(targetId, task, 0);
    }
    this.#countUnreachable(problem);
    const step = this.#cancelled ? lastStep(task, answer) : nextStep(task, answer);
    return this.#follow(targetId, task, step);
  }

  #follow(targetId: string, task: WriteTask, step: TaskStep): JobResult {
    if (step.kind === 'ended') {
      if (step.end.state === 'done') this.#successSinceRefusal = true;
      this.#setEnd(targetId, step.end);
      return { kind: 'ended' };
    }
    if (step.kind === 'later') {
      // A target that keeps refusing while others succeed has a problem of its own.
      const slowsAll = task.refused === 0 || !this.#successSinceRefusal;
      this.#successSinceRefusal = false;
      this.#again(targetId, step.task, step.afterMs, step.askedSeconds);
      return { kind: 'later', afterMs: step.afterMs, slowsAll };
    }
    // While the connection is lost, failures do not count against the target.
    const lost = this.#pausedBy === 'unreachable' ? task.lost : step.task.lost;
    return this.#again(targetId, { ...step.task, lost }, step.afterMs);
  }

  #again(targetId: string, task: WriteTask, afterMs: number, waitSeconds?: number): JobResult {
    this.#tasks.set(targetId, task);
    this.#time.noteWait(targetId, afterMs);
    this.#setState(targetId, 'retrying', waitSeconds);
    return { kind: 'again', afterMs };
  }

  #countUnreachable(problem: ApiError | undefined): void {
    this.#unreachable = problem?.kind === 'network' ? this.#unreachable + 1 : 0;
    if (this.#unreachable >= maxUnreachable && !this.#cancelled) this.pause('unreachable');
  }

  /** A request was refused for now, or its answer was lost; only in the latter case something may have been written. */
  #endOfInterrupted(targetId: string): TaskEnd {
    const lost = (this.#tasks.get(targetId)?.lost ?? 0) > 0;
    return lost ? { state: 'failed', why: 'outcome-unknown' } : { state: 'cancelled' };
  }

  #setEnd(targetId: string, end: TaskEnd): void {
    const row = this.#rows.get(targetId);
    if (!row) return;
    this.#rows.set(targetId, { ...row, state: end.state, end, waitSeconds: undefined });
    this.#time.noteEnd();
    if (end.state === 'done') this.#options.onProgress(targetId, 'done');
    else if (end.state !== 'failed' || end.why !== 'outcome-unknown')
      this.#options.onProgress(targetId, 'open');
    this.#releaseWaiting();
    this.#store.schedule();
  }

  #setState(targetId: string, state: 'planned' | 'running' | 'retrying', waitSeconds?: number): void {
    const row = this.#rows.get(targetId);
    if (!row) return;
    this.#rows.set(targetId, { ...row, state, end: undefined, waitSeconds });
    this.#store.schedule();
  }

  #onIdle(): void {
    this.#time.stop();
    this.#phase = 'ended';
    this.#pausedBy = undefined;
    this.#store.publish();
  }

  #takeSnapshot(): RunSnapshot {
    const rows = [...this.#rows.values()];
    const slowed = this.#phase === 'running' && this.#queue.pausedUntil !== undefined;
    const counts = countRows(rows);
    return {
      phase: this.#phase,
      pausedBy: this.#pausedBy,
      slowed,
      secondsLeft: this.#secondsLeft(counts),
      rows,
      counts,
    };
  }

  #secondsLeft({ planned, running, retrying }: RowCounts): number | undefined {
    // A cancelled request says nothing about the pace.
    if (this.#phase !== 'running' || this.#cancelled) return undefined;
    const waiting = [...this.#rows.values()].filter(({ state }) => state === 'retrying');
    return this.#time.secondsLeft(
      planned + running + retrying,
      waiting.map(({ targetId }) => targetId),
    );
  }
}
