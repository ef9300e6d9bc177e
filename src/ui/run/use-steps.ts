import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';

type GoTo<A> = (change: Partial<A>, options?: { replace: boolean }) => void;

/** The address of a page with several steps, and how to change it. */
export function useStepAddress<A extends object>(
  to: '/rollout' | '/onboarding',
  read: (search: Record<string, unknown>) => A,
  toSearch: (address: A) => Record<string, string>,
): [A, GoTo<A>] {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const address = useMemo(() => read(search), [read, search]);
  const goTo = useCallback<GoTo<A>>(
    (change, options) =>
      // The page's own buttons do not trigger the unsaved-changes question.
      void navigate({
        to,
        search: toSearch({ ...address, ...change }),
        ignoreBlocker: true,
        ...options,
      }),
    [address, navigate, to, toSearch],
  );
  return [address, goTo];
}

interface StepsOptions<T extends string> {
  readonly names: readonly T[];
  /** The step in the address. */
  readonly asked: T;
  /** The last step that has everything it needs. */
  readonly reached: T;
  readonly goTo: GoTo<{ readonly step: T }>;
  /** Called as soon as the address leads back to the first step. */
  readonly onBegin: () => void;
}

/** The step to show. The address cannot hold what a step needs, so after a reload the page starts again. */
export function useSteps<T extends string>(options: StepsOptions<T>): T {
  const { names, asked, reached, goTo, onBegin } = options;
  const step = names.indexOf(asked) < names.indexOf(reached) ? asked : reached;
  useEffect(() => {
    if (asked !== step) goTo({ step }, { replace: true });
  }, [asked, step, goTo]);

  const [lastStep, setLastStep] = useState(step);
  if (lastStep !== step) {
    setLastStep(step);
    if (step === names[0]) onBegin();
  }
  return step;
}
