import { queryOptions } from '@tanstack/react-query';
import { toApiError, type ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KeptObject, Lookup, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { queryKeys } from '../query-keys.ts';
import { lookUp } from './look-up.ts';

/** What a tenant has of one kind, or why that is not known. */
export interface KindObjects {
  readonly kind: RolloutKindId;
  readonly objects: readonly KeptObject[];
  readonly problem: ApiError | undefined;
}

/** What a tenant has of these kinds, each read for itself. */
export function tenantObjectsQuery(connection: Connection, kinds: readonly RolloutKindId[]) {
  return queryOptions({
    queryKey: queryKeys.objects(connection),
    queryFn: ({ signal }) => Promise.all(kinds.map((kind) => readKind(connection, kind, signal))),
    staleTime: 0,
  });
}

async function readKind(
  connection: Connection,
  kind: RolloutKindId,
  signal: AbortSignal,
): Promise<KindObjects> {
  try {
    return { kind, objects: await listObjects(connection, rolloutKinds[kind], signal), problem: undefined };
  } catch (error) {
    return { kind, objects: [], problem: toApiError(error) };
  }
}

/** All objects of a kind that a tenant has, in all its resource groups where it may hold them there. */
export async function listObjects(
  connection: Connection,
  { lists, heldIn }: RolloutKind,
  signal: AbortSignal,
): Promise<readonly KeptObject[]> {
  const groups = heldIn ? await ask(connection, rolloutKinds['resource-group'].lists(), signal) : [];
  return ask(connection, lists(groups.map(({ name }) => name)), signal);
}

async function ask(
  connection: Connection,
  lists: readonly Lookup<readonly KeptObject[]>[],
  signal: AbortSignal,
): Promise<readonly KeptObject[]> {
  const answers = await Promise.all(lists.map((list) => lookUp(connection, list, signal)));
  return answers.flat();
}
