import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { browserClock } from '../../api/pacing/paced-queue.ts';
import { TenantReads } from '../../api/pacing/tenant-reads.ts';
import { targetOf } from '../../domain/onboarding/onboarding-plan.ts';
import { proveItems, type ItemProof } from './onboarding-items.ts';
import type { StartedOnboarding } from './start-onboarding.ts';

export interface Proofs {
  /** By target of the run; keeps its identity until something new is known. */
  readonly of: ReadonlyMap<string, ItemProof>;
  /** When the last tenant answered; undefined while they are asked, or if none answered. */
  readonly at: Date | undefined;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

/** How often items in progress are polled, and the interval. */
const maxLooks = 12;
const betweenLooksMs = 5000;

/**
 * AI Core's state of everything that was onboarded, read once the run has ended and polled while something is in
 * progress.
 */
export function useProofs({ items, connections }: StartedOnboarding, ended: boolean): Proofs {
  const [reads] = useState(
    () =>
      new TenantReads({
        connections,
        read: (connection, signal) => proveItems(items, connection, signal),
      }),
  );
  const [looks, setLooks] = useState(0);
  const { reads: read, underWay } = useSyncExternalStore(reads.store.subscribe, reads.store.getSnapshot);

  // Reads again after each end of the run, also after a retry.
  useEffect(() => {
    if (!ended) return undefined;
    reads.start();
    reads.refresh();
    return () => {
      reads.stop();
      setLooks(0);
    };
  }, [ended, reads]);

  const proofs = useMemo(
    () =>
      new Map(
        [...read].flatMap(([tenantId, one]) => {
          if (one.status === 'waiting') return [];
          return items.map(({ id }): [string, ItemProof] => {
            const found: ItemProof | undefined = one.status === 'read' ? one.value.get(id) : undefined;
            const problem = one.status === 'failed' ? one.problem : undefined;
            return [targetOf(tenantId, id), found ?? { state: 'unread', problem }];
          });
        }),
      ),
    [read, items],
  );
  const isAsking = ended && underWay > 0;
  const isSettling = [...proofs.values()].some(({ state }) => state === 'settling');
  useEffect(() => {
    if (!ended || isAsking || !isSettling || looks >= maxLooks) return undefined;
    return browserClock.after(betweenLooksMs, () => {
      setLooks(looks + 1);
      reads.refresh();
    });
  }, [ended, isAsking, isSettling, looks, reads]);

  const at = useMemo(() => {
    const answers = [...read.values()].map((one) => (one.status === 'read' ? one.readAt : 0));
    const last = Math.max(0, ...answers);
    return isAsking || last === 0 ? undefined : new Date(performance.timeOrigin + last);
  }, [read, isAsking]);
  return { of: ended ? proofs : none, at: ended ? at : undefined, isAsking, askAgain: () => reads.refresh() };
}

const none: ReadonlyMap<string, ItemProof> = new Map();
