import { useEffect, useSyncExternalStore } from 'react';
import type { RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { useTokenNeeds } from '../bearer-tokens.ts';
import type { BulkRun } from './bulk-run.ts';

/** Follows a run: it continues once the token it waits for was entered, and is cancelled when the page is left. */
export function useBulkRun(run: BulkRun): RunSnapshot {
  const snapshot = useSyncExternalStore(run.store.subscribe, run.store.getSnapshot);
  const needsToken = useTokenNeeds().length > 0;
  // The shell asks for the token.
  useEffect(() => {
    if (snapshot.pausedBy === 'token' && !needsToken) run.resume();
  }, [run, snapshot.pausedBy, needsToken]);
  // Nobody would see it continue, and the credential is gone with the page.
  useEffect(() => () => run.cancel(), [run]);
  return snapshot;
}
