import { afterRefusal, afterSuccess, fullPace, nextStart, type Pace } from '../../domain/rollout/pace.ts';

/** Time as the queue sees it; tests bring their own. */
export interface Clock {
  readonly now: () => number;
  /** Calls `run` after `ms`; the result cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** The longest delay a timer can hold, in milliseconds; a longer one would fire at once. */
const maxTimerMs = 2 ** 31 - 1;

/** Delays longer than that are shortened to it. */
export const browserClock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, maxTimerMs));
    return () => clearTimeout(timer);
  },
};

/** What a job wants after its request: nothing, another run, or another run at a slower pace for all jobs. */
export type JobResult =
  | { readonly kind: 'ended' }
  | { readonly kind: 'again'; readonly afterMs: number }
  | { readonly kind: 'later'; readonly afterMs: number; readonly slowsAll: boolean };

export interface Job {
  /** The origin of its requests; each origin has its own limit. */
  readonly origin: string;
  /** Sends one request and never rejects. */
  readonly run: () => Promise<JobResult>;
}

interface Lane {
  pace: Pace;
  underWay: number;
  readonly ready: Job[];
}

interface DelayedJob {
  readonly job: Job;
  readonly dueAt: number;
}

/**
 * Runs jobs in order, as many at once as their origin's connection and server can take. Between two requests a job lets
 * others go first.
 */
export class PacedQueue {
  readonly #limitOf: (origin: string) => number;
  readonly #clock: Clock;
  readonly #onIdle: () => void;
  readonly #lanes = new Map<string, Lane>();
  #delayed: DelayedJob[] = [];
  #stopped = false;
  #cancelTimer: (() => void) | undefined;

  /** `onIdle` is called when the last job has ended. */
  constructor(limitOf: (origin: string) => number, clock: Clock, onIdle: () => void) {
    this.#limitOf = limitOf;
    this.#clock = clock;
    this.#onIdle = onIdle;
  }

  /** Until when the servers asked to wait, if that is still in the future. */
  get pausedUntil(): number | undefined {
    const until = Math.max(0, ...[...this.#lanes.values()].map(({ pace }) => pace.pausedUntil));
    return until > this.#clock.now() ? until : undefined;
  }

  /** Whether no job is running or waiting to run. */
  get isIdle(): boolean {
    const lanes = [...this.#lanes.values()];
    return (
      this.#delayed.length === 0 && lanes.every((lane) => lane.underWay === 0 && lane.ready.length === 0)
    );
  }

  add(jobs: Iterable<Job>): void {
    for (const job of jobs) this.#lane(job.origin).ready.push(job);
    this.#pump();
  }

  /** Starts nothing until `resume`; running jobs continue. */
  pause(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
  }

  resume(): void {
    this.#stopped = false;
    this.#pump();
  }

  /** Drops every job that is not running; running ones decide by their result whether they continue. */
  clear(): void {
    for (const lane of this.#lanes.values()) lane.ready.length = 0;
    this.#delayed = [];
    this.#cancelTimer?.();
  }

  #lane(origin: string): Lane {
    const known = this.#lanes.get(origin);
    if (known) return known;
    const lane: Lane = { pace: fullPace(this.#limitOf(origin), this.#clock.now()), underWay: 0, ready: [] };
    this.#lanes.set(origin, lane);
    return lane;
  }

  #pump(): void {
    this.#cancelTimer?.();
    if (this.#stopped) return;
    const now = this.#clock.now();
    this.#wakeDelayed(now);
    for (const lane of this.#lanes.values()) {
      while (lane.ready.length > 0 && nextStart(lane.pace, lane.underWay) <= now) {
        const job = lane.ready.shift();
        if (job) this.#start(lane, job);
      }
    }
    this.#setTimer(now);
  }

  #wakeDelayed(now: number): void {
    if (this.#delayed.length === 0) return;
    for (const { job } of this.#delayed.filter(({ dueAt }) => dueAt <= now)) {
      this.#lane(job.origin).ready.unshift(job);
    }
    this.#delayed = this.#delayed.filter(({ dueAt }) => dueAt > now);
  }

  #setTimer(now: number): void {
    const times = [
      ...this.#delayed.map(({ dueAt }) => dueAt),
      ...[...this.#lanes.values()]
        .filter(({ ready }) => ready.length > 0)
        .map(({ pace, underWay }) => nextStart(pace, underWay))
        .filter(Number.isFinite),
    ];
    if (times.length === 0) return;
    this.#cancelTimer = this.#clock.after(Math.min(...times) - now, () => this.#pump());
  }

  #start(lane: Lane, job: Job): void {
    lane.underWay += 1;
    const startedAt = this.#clock.now();
    void job.run().then((result) => {
      lane.underWay -= 1;
      this.#settle(lane, job, result, startedAt);
      this.#pump();
      if (this.isIdle) this.#onIdle();
    });
  }

  #settle(lane: Lane, job: Job, result: JobResult, startedAt: number): void {
    const now = this.#clock.now();
    if (result.kind === 'later' && result.slowsAll) {
      for (const each of this.#lanes.values()) {
        each.pace = afterRefusal(each.pace, { startedAt, now, waitMs: result.afterMs });
      }
    } else if (result.kind === 'ended') lane.pace = afterSuccess(lane.pace, startedAt);
    if (result.kind !== 'ended') this.#delayed.push({ job, dueAt: now + result.afterMs });
  }
}
