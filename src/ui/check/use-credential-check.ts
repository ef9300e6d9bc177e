import { useEffect, useRef, useState } from 'react';
import { decisiveOutcome, isFailure, type CheckKind } from '../../domain/check/check-outcome.ts';
import { planChecks } from '../../domain/check/check-plan.ts';
import {
  isCurrent,
  type CheckState,
  type CheckSubject,
  type CheckTargets,
  type RunCheck,
} from './check-subject.ts';

/** What is checked, and by what. */
export interface CheckOptions {
  readonly kind: CheckKind;
  readonly run: RunCheck;
}

/** The checks of one form or page. */
export interface CredentialCheck extends CheckOptions {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** By address. */
  readonly states: ReadonlyMap<string, CheckState>;
  /** Checks each subject once; ends a check that is still running. */
  readonly start: (subjects: readonly CheckSubject[], targets: CheckTargets) => void;
}

/** Leaves the browser connections for other requests, and is what the gateway accepts. */
const atOnce = 3;

/** Holds the results of checks while their form is open. Credentials only go into the request. */
export function useCredentialCheck({ kind, run }: CheckOptions): CredentialCheck {
  const [isOpen, setOpen] = useState(false);
  const [states, setStates] = useState<ReadonlyMap<string, CheckState>>(new Map());
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = (subjects: readonly CheckSubject[], { images, revision, path }: CheckTargets) => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const plans =
      kind === 'registry'
        ? planChecks(
            subjects.map(({ address }) => address),
            images,
          )
        : [];
    const waiting = subjects.flatMap((subject, at) => {
      const plan = plans[at] ?? { host: subject.address, images: [] };
      return isComplete(subject) && plan.host !== undefined
        ? { subject, question: { ...subject, address: plan.host, images: plan.images, revision, path } }
        : [];
    });
    const asked = new Set(waiting.map(({ subject }) => subject));
    const first = (subject: CheckSubject): CheckState => {
      if (asked.has(subject)) return { kind: 'running' };
      return { kind: isComplete(subject) ? 'wildcard' : 'incomplete' };
    };
    setStates(new Map(subjects.map((subject) => [subject.address, first(subject)])));
    const next = waiting.values();
    const work = async () => {
      for (const { subject, question } of next) {
        const state: CheckState = await run(question, signal).then(
          (result) => ({ kind: 'done', result, subject }),
          (error: unknown) => ({
            kind: 'failed',
            error: error instanceof Error ? error : new Error('unknown'),
          }),
        );
        if (signal.aborted) return;
        setStates((earlier) => new Map(earlier).set(subject.address, state));
      }
    };
    for (let worker = 0; worker < atOnce; worker += 1) void work();
  };

  return {
    kind,
    run,
    isOpen,
    open: () => setOpen(true),
    close: () => {
      running.current?.abort();
      setOpen(false);
    },
    states,
    start,
  };
}

/**
 * The addresses whose check failed, for the credentials as the form holds them now. A missing image counts as a
 * failure; a missing revision does not, because it says nothing about the credentials.
 */
export function failedAddresses(
  { kind, states }: Pick<CredentialCheck, 'kind' | 'states'>,
  subjects: readonly CheckSubject[],
): string[] {
  return subjects.flatMap((subject) => {
    const state = states.get(subject.address);
    if (state?.kind !== 'done' || !isCurrent(state, subject)) return [];
    const { result } = state;
    return isFailure(kind === 'registry' ? decisiveOutcome(result) : result.login) ? subject.address : [];
  });
}

function isComplete({ address, username, password }: CheckSubject): boolean {
  return address !== '' && username !== '' && password !== '';
}
