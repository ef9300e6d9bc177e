import type { z } from 'zod/mini';
import type { TenantResource } from '../domain/connection/access.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { ApiError } from '../domain/api-problem.ts';
import { callAdminApi, sendWrite } from './http.ts';

/**
 * What AI Core may answer to a name that is in use. None of these is documented, and each has other causes too:
 * alone they prove nothing.
 */
const possibleConflicts: ReadonlySet<number | undefined> = new Set([400, 403, 409, 500]);

/** The error of the creation is news enough: nobody waits long for more. */
const askingTimeoutMs = 10_000;

/** `AlreadyExists`: what was to be created is there. `RepositoryNameTaken`: its name belongs to another one. */
export type ConflictCode = 'AlreadyExists' | 'RepositoryNameTaken';

export interface Creation<T> {
  readonly resource: TenantResource;
  readonly body: { readonly name: string } | { readonly applicationName: string };
  /** What a read of the name answers. */
  readonly existingSchema: z.ZodMiniType<T>;
  readonly conflictWith: (existing: T) => ConflictCode;
}

/**
 * Creates a resource of the tenant. Where the failure may mean that the name is in use, the name is asked for: if
 * it exists, the error is a 409 with a `ConflictCode`, otherwise it is the one that came.
 */
export async function createNamed<T>(connection: Connection, creation: Creation<T>): Promise<void> {
  const { resource, body } = creation;
  try {
    await sendWrite(connection, { method: 'POST', path: resource, body });
  } catch (error) {
    if (!(error instanceof ApiError && possibleConflicts.has(error.status))) throw error;
    const code = await findConflict(connection, creation);
    if (code === undefined) throw error;
    const { requestId } = error;
    throw new ApiError({ kind: 'http', status: 409, code, message: '', requestId });
  }
}

/** Undefined also where it cannot be told: the first error is the better news then. */
async function findConflict<T>(
  connection: Connection,
  { resource, body, existingSchema, conflictWith }: Creation<T>,
): Promise<ConflictCode | undefined> {
  const name = 'name' in body ? body.name : body.applicationName;
  const path = `${resource}/${encodeURIComponent(name)}`;
  const request = { method: 'GET', path, timeoutMs: askingTimeoutMs } as const;
  const found = callAdminApi(connection, request, existingSchema);
  return found.then(conflictWith, () => undefined);
}
