import { queryOptions } from '@tanstack/react-query';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KeptObject, Lookup, Proof, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { queryKeys } from '../query-keys.ts';
import { lookUp } from './look-up.ts';
import { listObjects } from './tenant-objects.ts';

/** An object of a tenant, and how far AI Core has come with it; not known of those behind the first few. */
export interface ObjectState {
  readonly kept: KeptObject;
  readonly proof: Proof | undefined;
}

/** Of more objects a page shows the names alone. */
const maxProofs = 20;
const betweenReadsMs = 5000;
const maxReads = 40;

/** What a tenant has of a kind, and how far AI Core has come with it; asked again while some of it is in progress. */
export function kindStatesQuery(connection: Connection, kind: RolloutKind) {
  return queryOptions({
    queryKey: queryKeys.states(connection, kind.resource),
    queryFn: async ({ signal }): Promise<ObjectState[]> => {
      const objects = await listObjects(connection, kind, signal);
      const ask = askOnce(connection, signal);
      return Promise.all(
        objects.map(async (kept, index) => ({
          kept,
          proof: index < maxProofs ? await ask(kind.removal(kept).proof) : undefined,
        })),
      );
    },
    refetchInterval: ({ state }) =>
      state.dataUpdateCount < maxReads && state.data?.some(({ proof }) => proof?.state === 'settling')
        ? betweenReadsMs
        : false,
    refetchIntervalInBackground: false,
  });
}

/** Objects that are read from one list share its answer. */
function askOnce(
  connection: Connection,
  signal: AbortSignal,
): (lookup: Lookup<Proof>) => Promise<Proof | undefined> {
  const answers = new Map<string, Promise<readonly unknown[]>>();
  return async (lookup) => {
    const place = JSON.stringify([lookup.path, lookup.headers]);
    const answer =
      answers.get(place) ?? lookUp(connection, { ...lookup, read: (objects) => objects }, signal);
    answers.set(place, answer);
    return lookup.read(await answer);
  };
}
