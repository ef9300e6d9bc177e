import { queryOptions } from '@tanstack/react-query';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KeptObject, Proof, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { queryKeys } from '../query-keys.ts';
import { lookUp, readObjects } from './look-up.ts';
import { listObjects } from './tenant-objects.ts';

/** An object of a tenant, and how far AI Core has come with it; not known of those behind the first few. */
export interface ObjectState {
  readonly kept: KeptObject;
  readonly proof: Proof | undefined;
}

/** Of more objects that are asked for one by one a page shows the names alone. */
const maxProofs = 20;
/** Of each resource group there is a question of its own: of so many they are asked unless all are asked for. */
export const maxGroupsRead = 10;
const betweenReadsMs = 5000;
const maxReads = 40;

/**
 * What a tenant has of a kind, and how far AI Core has come with it; asked again while some of it is in progress. Of
 * what is held in resource groups that in the first of them, unless it is asked for as a `whole`.
 */
export function kindStatesQuery(connection: Connection, kind: RolloutKind, whole = true) {
  const isWhole = whole || kind.heldIn === undefined;
  return queryOptions({
    queryKey: [...queryKeys.states(connection, kind.resource), isWhole],
    queryFn: async ({ signal, client }): Promise<ObjectState[]> => {
      const listed = await listObjects(
        connection,
        kind,
        { signal, client },
        isWhole ? undefined : maxGroupsRead,
      );
      return Promise.all(
        listed.map(async ({ kept, answer }, index) => {
          const { proof } = kind.removal(kept);
          if (!kind.proofIsApart) return { kept, proof: readObjects(proof, [answer]) };
          return { kept, proof: index < maxProofs ? await lookUp(connection, proof, signal) : undefined };
        }),
      );
    },
    refetchInterval: ({ state }) =>
      state.dataUpdateCount < maxReads && state.data?.some(({ proof }) => proof?.state === 'settling')
        ? betweenReadsMs
        : false,
    refetchIntervalInBackground: false,
  });
}
