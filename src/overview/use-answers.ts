import { useEffect, useEffectEvent, useState } from 'react';
import { useTenantReads, type TenantReadsView } from '../api/pacing/use-tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { keepAnswers, readKeptAnswers } from './kept-answers.ts';
import { laneOf, readTenantSecrets, type TenantSecrets } from './tenant-secrets.ts';

/** Low enough that reading every tenant slows down nobody else, however fast the connection is. */
const maxConcurrency = 6;

export type Answers = TenantReadsView<TenantSecrets>;

/** What the tenants answer. It starts with what they answered last time, and is kept for the next time. */
export function useAnswers(connections: readonly Connection[]): Answers {
  const [known] = useState(() => readKeptAnswers(connections));
  const answers = useTenantReads(connections, readTenantSecrets, {
    limitOf: () => maxConcurrency,
    known: () => known,
    laneOf,
  });
  const { reads, underWay } = answers;
  const keep = useEffectEvent(() => keepAnswers(connections, reads));
  useEffect(() => {
    if (underWay === 0) keepAnswers(connections, reads);
  }, [connections, reads, underWay]);
  useEffect(() => () => keep(), []);
  return answers;
}
