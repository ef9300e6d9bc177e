import { useEffect, useRef, useState } from 'react';
import { leavesOutcomeOpen, toApiError, type ApiError, type WriteOutcome } from '../../domain/api-problem.ts';
import { textsOf } from '../texts/texts.ts';
import { showToast } from '../toasts/toasts.ts';

/** What asking the tenant gives. */
export type FoundOutcome = 'done' | Exclude<WriteOutcome, 'refused'>;

interface WriteFailure {
  readonly error: ApiError;
  readonly outcome: WriteOutcome;
}

/** How a write ended well: by this request, or `already`, as it was so before. */
export type WriteSuccess = 'sent' | 'already';

export interface WriteOptions<V> {
  /** Sends it once. */
  readonly send: (values: V) => Promise<void>;
  /** Whether a refusal says that what was wanted is so already; it counts as success then. */
  readonly saysDone?: (error: ApiError) => boolean;
  /** Asks the tenant, after an answer was lost, what became of it; a rejection leaves it unknown. */
  readonly findOut: (values: V) => Promise<FoundOutcome>;
  /** Has everything read again that the write may have changed. Runs after every end, good or bad. */
  readonly refresh: () => Promise<unknown>;
  /** After success; the values are kept no longer than this call. */
  readonly onDone: (values: V, how: WriteSuccess) => void;
}

export interface WriteState {
  readonly pending: 'sending' | 'asking' | undefined;
  readonly failure: WriteFailure | undefined;
  /** Asks once more what became of a write whose outcome is unknown. */
  readonly askAgain: () => Promise<void>;
}

export interface Write<V> extends WriteState {
  /** The values of a try that may still take effect, so that its traces are known as one's own. */
  readonly lost: V | undefined;
  /** Never rejects; gives the failure, for what a field shows. A second call while one runs is ignored. */
  readonly run: (values: V) => Promise<WriteFailure | undefined>;
}

/**
 * The one way to write. It owns what is pending and what failed, never repeats a request by itself, and after a
 * lost answer asks the tenant until the outcome is known or said to be unknown. It stays out of the mutation
 * cache, which would keep the values, and with them a credential. What `isShownAtField` is no failure of the
 * whole form.
 */
export function useWrite<V>(
  options: WriteOptions<V>,
  isShownAtField: (error: ApiError) => boolean = () => false,
): Write<V> {
  const [pending, setPending] = useState<WriteState['pending']>();
  const [failure, setFailure] = useState<WriteFailure>();
  const [lost, setLost] = useState<V>();
  const running = useRef(false);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const findOut = async (values: V, error: ApiError): Promise<WriteSuccess | WriteFailure> => {
    setPending('asking');
    const outcome = await options.findOut(values).catch(() => 'unknown' as const);
    return outcome === 'done' ? 'sent' : { error, outcome };
  };

  const send = async (values: V): Promise<WriteSuccess | WriteFailure> => {
    try {
      await options.send(values);
      return 'sent';
    } catch (reason) {
      const error = toApiError(reason);
      const isDone = options.saysDone?.(error) ?? false;
      // What the same earlier request did after all is no conflict but its late success.
      const isLate = lost !== undefined && isSame(lost, values);
      if (isLate && (isDone || (isShownAtField(error) && error.code !== 'NameTaken'))) return 'sent';
      if (isDone) return 'already';
      // Somebody else may have come first.
      if (isLate && error.status === 409) return findOut(values, error);
      return leavesOutcomeOpen(error) ? findOut(values, error) : { error, outcome: 'refused' };
    }
  };

  /** One write at a time, from its first request to its end. */
  const settle = async (values: V, work: () => Promise<WriteSuccess | WriteFailure>) => {
    if (running.current) return undefined;
    running.current = true;
    const end = await work();
    const failed = typeof end === 'string' ? undefined : end;
    running.current = false;
    setPending(undefined);
    setFailure(failed && isShownAtField(failed.error) ? undefined : failed);
    if (failed && !shown.current) tellElsewhere(failed);
    setLost(failed && failed.outcome !== 'refused' ? values : undefined);
    // Not waited for: the page shows itself what is being read again.
    void options.refresh();
    if (typeof end === 'string') options.onDone(values, end);
    return failed;
  };

  return {
    pending,
    failure,
    lost,
    run: (values) =>
      settle(values, () => {
        setPending('sending');
        setFailure(undefined);
        return send(values);
      }),
    askAgain: async () => {
      if (lost !== undefined && failure) await settle(lost, () => findOut(lost, failure.error));
    },
  };
}

/** Whoever has left the page meanwhile is told where they are now. */
function tellElsewhere({ error, outcome }: WriteFailure): void {
  const texts = textsOf('problems');
  const { title } = texts.problem(error);
  showToast({ text: texts.leftBehind(`${title} ${texts.outcome[outcome]}`), failed: true });
}

/** What became of something that was to be created. Whether it was there before is only known from a list. */
export async function findCreated(isThere: Promise<boolean>, listed: unknown): Promise<FoundOutcome> {
  if (!(await isThere)) return 'not-done';
  return listed === undefined ? 'unknown' : 'done';
}

/** For a form that only hands its values on: nothing is sent, so nothing can fail. */
export function handOn<V>(onDone: (values: V) => void): WriteOptions<V> {
  return {
    send: () => Promise.resolve(),
    findOut: () => Promise.resolve('done'),
    refresh: () => Promise.resolve(),
    onDone,
  };
}

/** For a form that saves in this browser. */
export function savingLocally(pending: boolean): WriteState {
  return { pending: pending ? 'sending' : undefined, failure: undefined, askAgain: () => Promise.resolve() };
}

function isSame<V>(one: V, other: V): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
