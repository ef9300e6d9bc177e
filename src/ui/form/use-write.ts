import { useEffect, useRef, useState } from 'react';
import { leavesOutcomeOpen, toApiError, type ApiError, type WriteOutcome } from '../../domain/api-problem.ts';
import { textsOf } from '../texts/texts.ts';
import { showToast } from '../toasts/toasts.ts';

/** The answer to asking the tenant what became of a write. */
export type FoundOutcome = 'done' | Exclude<WriteOutcome, 'refused'>;

interface WriteFailure {
  readonly error: ApiError;
  readonly outcome: WriteOutcome;
}

/** How a write succeeded: by this request, or `already`, because it was done before. */
export type WriteSuccess = 'sent' | 'already';

export interface WriteOptions<V> {
  /** Sends the request once. */
  readonly send: (values: V) => Promise<void>;
  /** Whether a refusal means that what was wanted is already the case; that counts as success. */
  readonly saysDone?: (error: ApiError) => boolean;
  /** Asks the tenant what became of the write after its answer was lost; a rejection means unknown. */
  readonly findOut: (values: V) => Promise<FoundOutcome>;
  /** Refetches everything the write may have changed. Runs after every outcome, good or bad. */
  readonly refresh: () => Promise<unknown>;
  /** Called on success. The values are not kept any longer. */
  readonly onDone: (values: V, how: WriteSuccess) => void;
}

export interface WriteState {
  readonly pending: 'sending' | 'asking' | undefined;
  readonly failure: WriteFailure | undefined;
  /** Asks again what became of a write whose outcome is unknown. */
  readonly askAgain: () => Promise<void>;
}

export interface Write<V> extends WriteState {
  /** The values of an attempt that may still take effect, so that its traces are not mistaken for somebody else's. */
  readonly lost: V | undefined;
  /** Never rejects; returns the failure, for what a field shows. A second call while one runs is ignored. */
  readonly run: (values: V) => Promise<WriteFailure | undefined>;
}

/**
 * The only way to write. It owns the pending state and the failure, never repeats a request by itself, and after a lost
 * answer asks the tenant until the outcome is known or said to be unknown. It does not use the mutation cache, which
 * would keep the values and with them a credential. Errors that `isShownAtField` accepts are not shown as a failure of
 * the whole form.
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
      // If the same earlier request took effect after all, this is not a conflict but its late success.
      const isLate = lost !== undefined && isSame(lost, values);
      if (isLate && (isDone || (isShownAtField(error) && error.code !== 'NameTaken'))) return 'sent';
      if (isDone) return 'already';
      // Somebody else may have been faster.
      if (isLate && error.status === 409) return findOut(values, error);
      return leavesOutcomeOpen(error) ? findOut(values, error) : { error, outcome: 'refused' };
    }
  };

  /** One write at a time, from its first request to its outcome. */
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
    // Not awaited: the page itself shows what is being refetched.
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

/** Tells users who have left the page meanwhile. */
function tellElsewhere({ error, outcome }: WriteFailure): void {
  const texts = textsOf('problems');
  const { title } = texts.problem(error);
  showToast({ text: texts.leftBehind(`${title} ${texts.outcome[outcome]}`), failed: true });
}

/** The outcome of creating something. Only a list (`listed`) can tell whether it existed before. */
export async function findCreated(isThere: Promise<boolean>, listed: unknown): Promise<FoundOutcome> {
  if (!(await isThere)) return 'not-done';
  return listed === undefined ? 'unknown' : 'done';
}

/** For a form that only passes its values on: nothing is sent, so nothing can fail. */
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
