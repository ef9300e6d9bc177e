import { queryOptions } from '@tanstack/react-query';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KeptObject, Proof, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { queryKeys } from '../query-keys.ts';
import { lookUp, readObjects } from './look-up.ts';
import { listObjects } from './tenant-objects.ts';

/** An object of a tenant and its state in AI Core, which is only read for the first few objects. */
export interface ObjectState {
  readonly kept: KeptObject;
  readonly proof: Proof | undefined;
}

/** If more objects have to be asked for one by one, a page shows only their names. */
const maxProofs = 20;
/** Each resource group needs a request: up to this many are read, unless all are asked for. */
export const maxGroupsRead = 10;
const betweenReadsMs = 5000;
const maxReads = 40;

/**
 * The objects of one kind in a tenant, with their state in AI Core; polled while some are in progress. For kinds that
 * live in resource groups, only the first groups are read unless the `whole` is asked for.
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
