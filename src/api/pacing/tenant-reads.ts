import { type ApiError, toApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { BatchedStore } from './batched-store.ts';
import { maxConcurrency, originOf } from './max-concurrency.ts';
import { browserClock, PacedQueue, type Clock, type Job, type JobResult } from './paced-queue.ts';

export type TenantRead<T> =
  | { readonly status: 'waiting' }
  | {
      readonly status: 'read';
      readonly value: T;
      /** When it was read, in milliseconds of the clock. */
      readonly readAt: number;
      /** It is from an earlier time; the tenant has not answered yet. */
      readonly kept?: true;
      /** Why it could not be refreshed. */
      readonly stale?: ApiError;
    }
  | { readonly status: 'failed'; readonly problem: ApiError };

export interface ReadsSnapshot<T> {
  /** By connection id; a tenant that has not answered is `waiting`, or shows its earlier answer as `kept`. */
  readonly reads: ReadonlyMap<string, TenantRead<T>>;
  /** How many have answered, not counting kept answers. */
  readonly read: number;
  readonly failed: number;
  /** How many are being asked, for the first time or again. */
  readonly underWay: number;
  readonly total: number;
}

export interface KeptRead<T> {
  readonly value: T;
  /** In milliseconds of the clock. */
  readonly readAt: number;
}

/**
 * Asks one tenant; rejects with the `ApiError` that becomes this tenant's state. May first report what is known from an
 * earlier time.
 */
export type ReadTenant<T> = (
  connection: Connection,
  signal: AbortSignal,
  onKnown: (known: KeptRead<T>) => void,
) => Promise<T>;

interface ReadsOptions<T> {
  readonly connections: readonly Connection[];
  readonly read: ReadTenant<T>;
  /** How many may be asked at once; by default as many as their origin takes. */
  readonly limitOf?: ((lane: string) => number) | undefined;
  readonly clock?: Clock | undefined;
  /** Earlier answers by connection id, shown until the tenants answer. */
  readonly known?: ReadonlyMap<string, KeptRead<T>> | undefined;
  /** Tenants in one lane share a limit and a pace; by default the lane is their origin. */
  readonly laneOf?: ((connection: Connection) => string) | undefined;
}

const maxRuns = 3;
/** Answers that arrive within this time are published together. */
const batchMs = 100;

/** The state of many tenants, read one by one and published as it arrives. */
export class TenantReads<T> {
  readonly #options: ReadsOptions<T>;
  readonly #clock: Clock;
  readonly #queue: PacedQueue;
  readonly #store: BatchedStore<ReadsSnapshot<T>>;
  readonly #reads = new Map<string, TenantRead<T>>();
  readonly #underWay = new Set<string>();
  #abort = new AbortController();

  constructor(options: ReadsOptions<T>) {
    const { limitOf = (origin) => maxConcurrency(origin), clock = browserClock } = options;
    this.#options = options;
    this.#clock = clock;
    for (const { id } of options.connections) {
      const known = options.known?.get(id);
      this.#reads.set(id, known ? { status: 'read', ...known, kept: true } : { status: 'waiting' });
    }
    this.#store = new BatchedStore(() => this.#takeSnapshot(), clock, batchMs);
    this.#queue = new PacedQueue(limitOf, clock, () => this.#store.publish());
  }

  get store(): Pick<BatchedStore<ReadsSnapshot<T>>, 'subscribe' | 'getSnapshot'> {
    return this.#store;
  }

  /** Asks every tenant that has not answered yet. */
  start(): void {
    this.#abort = new AbortController();
    this.retry(this.#options.connections.map(({ id }) => id));
  }

  stop(): void {
    this.#abort.abort();
    this.#queue.clear();
    this.#underWay.clear();
    this.#store.cancel();
  }

  /** Asks these tenants again, except those that answered last time. */
  retry(ids: readonly string[]): void {
    const answered = (id: string) => {
      const read = this.#reads.get(id);
      return read?.status === 'read' && !read.stale && !read.kept;
    };
    this.#ask(ids.filter((id) => !answered(id)));
  }

  /** Asks every tenant again; earlier answers stay until then. */
  refresh(): void {
    this.#ask(this.#options.connections.map(({ id }) => id));
  }

  #ask(ids: readonly string[]): void {
    const wanted = new Set(ids.filter((id) => !this.#underWay.has(id)));
    for (const id of wanted) {
      this.#underWay.add(id);
      if (this.#reads.get(id)?.status === 'failed') this.#reads.set(id, { status: 'waiting' });
    }
    this.#store.publish();
    this.#queue.add(this.#options.connections.filter(({ id }) => wanted.has(id)).map((c) => this.#job(c)));
  }

  #job(connection: Connection): Job {
    const { signal } = this.#abort;
    let runs = 0;
    return {
      origin: (this.#options.laneOf ?? originOf)(connection),
      run: async () => {
        runs += 1;
        try {
          const value = await this.#options.read(connection, signal, (known) =>
            this.#know(connection, known, signal),
          );
          this.#settle(connection, { status: 'read', value, readAt: this.#clock.now() }, signal);
        } catch (error) {
          const problem = toApiError(error);
          const result = retryResult(problem, runs);
          if (result && !signal.aborted) return result;
          this.#settle(connection, this.#failed(connection, problem), signal);
        }
        return { kind: 'ended' };
      },
    };
  }

  /** A newer answer stays. */
  #know({ id }: Connection, known: KeptRead<T>, signal: AbortSignal): void {
    const before = this.#reads.get(id);
    if (signal.aborted || (before?.status === 'read' && before.readAt >= known.readAt)) return;
    this.#reads.set(id, { status: 'read', ...known, kept: true });
    this.#store.schedule();
  }

  #failed({ id }: Connection, problem: ApiError): TenantRead<T> {
    const before = this.#reads.get(id);
    if (before?.status !== 'read') return { status: 'failed', problem };
    const { value, readAt } = before;
    return { status: 'read', value, readAt, stale: problem };
  }

  #settle({ id }: Connection, read: TenantRead<T>, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#underWay.delete(id);
    this.#reads.set(id, read);
    this.#store.schedule();
  }

  #takeSnapshot(): ReadsSnapshot<T> {
    const states = [...this.#reads.values()];
    return {
      reads: new Map(this.#reads),
      read: states.filter((state) => state.status === 'read' && !state.kept).length,
      failed: states.filter(({ status }) => status === 'failed').length,
      underWay: this.#underWay.size,
      total: states.length,
    };
  }
}

/** Reads are repeated a few times, where that can help. */
function retryResult(problem: ApiError, runs: number): JobResult | undefined {
  if (runs >= maxRuns) return undefined;
  const backoffMs = 500 * 2 ** (runs - 1);
  if (problem.kind === 'network') return { kind: 'again', afterMs: backoffMs };
  if (problem.status !== 429 && problem.status !== 503) return undefined;
  const afterMs = Math.min(problem.retryAfterSeconds ?? backoffMs / 1000, 10) * 1000;
  // A tenant that keeps refusing while others answer has a problem of its own.
  return { kind: 'later', afterMs, slowsAll: runs === 1 };
}
