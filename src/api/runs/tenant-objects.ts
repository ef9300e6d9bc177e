import { queryOptions } from '@tanstack/react-query';
import { toApiError, type ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KeptObject, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { defaultResourceGroup } from '../../domain/resource-group/resource-group-id.ts';
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

/** All objects of a kind that a tenant has, in all its resource groups where it holds them there. */
export async function listObjects(
  connection: Connection,
  { list, isInGroup = false }: RolloutKind,
  signal: AbortSignal,
): Promise<readonly KeptObject[]> {
  if (!isInGroup) return lookUp(connection, list(defaultResourceGroup), signal);
  const groups = await lookUp(connection, rolloutKinds['resource-group'].list(), signal);
  const lists = await Promise.all(groups.map(({ name }) => lookUp(connection, list(name), signal)));
  return lists.flat();
}
