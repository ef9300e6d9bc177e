import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { toApiError, type ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KeptObject, Lookup, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { defaultResourceGroup } from '../../domain/resource-group/resource-group-id.ts';
import { byNameAfter } from '../groups/by-name-after.ts';
import { queryKeys } from '../query-keys.ts';
import { askFor, readObjects } from './look-up.ts';

/** The objects of one kind in a tenant, or why they are unknown. */
export interface KindObjects {
  readonly kind: RolloutKindId;
  readonly objects: readonly KeptObject[];
  readonly problem: ApiError | undefined;
}

/** An object of a tenant, with its entry in the list's answer. */
export interface ListedObject {
  readonly kept: KeptObject;
  readonly answer: unknown;
}

interface ReadContext {
  readonly signal: AbortSignal;
  readonly client: QueryClient;
}

/** The objects of these kinds in a tenant, each kind read on its own. */
export function tenantObjectsQuery(connection: Connection, kinds: readonly RolloutKindId[]) {
  return queryOptions({
    queryKey: queryKeys.objects(connection),
    queryFn: (context) => Promise.all(kinds.map((kind) => readKind(connection, kind, context))),
    staleTime: 0,
  });
}

async function readKind(
  connection: Connection,
  kind: RolloutKindId,
  { signal, client }: ReadContext,
): Promise<KindObjects> {
  try {
    const listed = await listObjects(connection, rolloutKinds[kind], { signal, client });
    return { kind, objects: listed.map(({ kept }) => kept), problem: undefined };
  } catch (error) {
    return { kind, objects: [], problem: toApiError(error) };
  }
}

/**
 * All objects of a kind in a tenant; for kinds that live in resource groups, in all groups or the first `maxGroups`.
 */
export async function listObjects(
  connection: Connection,
  { resource, lists, heldIn }: RolloutKind,
  { signal, client }: ReadContext,
  maxGroups?: number,
): Promise<readonly ListedObject[]> {
  if (resource === groupKind.resource) return listGroups(connection, client);
  const groups = heldIn ? await listGroups(connection, client) : [];
  const names = groups.slice(0, maxGroups).map(({ kept }) => kept.name);
  return readLists(connection, lists(names), signal);
}

const groupKind = rolloutKinds['resource-group'];

const inOrder = byNameAfter(defaultResourceGroup);

/** Several kinds need the groups at the same time: they share one request while it runs, and nothing is cached. */
function listGroups(connection: Connection, client: QueryClient): Promise<readonly ListedObject[]> {
  return client.fetchQuery({
    queryKey: queryKeys.shared(connection, groupKind.resource),
    queryFn: async ({ signal }) =>
      (await readLists(connection, groupKind.lists(), signal)).toSorted((a, b) => inOrder(a.kept, b.kept)),
    staleTime: 0,
    gcTime: 0,
    // The caller retries.
    retry: false,
  });
}

async function readLists(
  connection: Connection,
  lists: readonly Lookup<readonly KeptObject[]>[],
  signal: AbortSignal,
): Promise<readonly ListedObject[]> {
  const listed = await Promise.all(
    lists.map(async (list) => {
      const answers = await askFor(connection, list, signal);
      return answers.flatMap((answer) => readObjects(list, [answer]).map((kept) => ({ kept, answer })));
    }),
  );
  return listed.flat();
}
