import { z } from 'zod/mini';
import { ApiError, saysAbsent } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { Lookup } from '../../domain/rollout/rollout-kind.ts';
import { callAdminApi, type AdminRequest } from '../http.ts';
import { listAll } from '../list-all.ts';

/** Asks a tenant, and derives the result from its answer; rejects with `ApiError`. */
export async function lookUp<T>(connection: Connection, lookup: Lookup<T>, signal?: AbortSignal): Promise<T> {
  return readObjects(lookup, await askFor(connection, lookup, signal));
}

/** The answers of a tenant, not parsed yet; rejects with `ApiError`. */
export function askFor(
  connection: Connection,
  { path, headers, isList }: Lookup<unknown>,
  signal?: AbortSignal,
): Promise<unknown[]> {
  return isList
    ? listAll(connection, path, z.unknown(), signal, headers)
    : findOne(connection, { method: 'GET', path, headers, signal });
}

/** Derives the result from an answer; throws `ApiError` if the answer breaks the contract. */
export function readObjects<T>({ read }: Lookup<T>, objects: readonly unknown[]): T {
  const found = read(objects);
  if (found === undefined) throw new ApiError({ kind: 'contract', message: '' });
  return found;
}

async function findOne(connection: Connection, request: AdminRequest): Promise<unknown[]> {
  try {
    return [await callAdminApi(connection, request, z.unknown())];
  } catch (error) {
    if (error instanceof ApiError && saysAbsent(error)) return [];
    throw error;
  }
}
