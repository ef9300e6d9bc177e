import { z } from 'zod/mini';
import { ApiError, saysAbsent } from '../domain/api-problem.ts';
import type { TenantResource } from '../domain/connection/access.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { objectPath } from '../domain/connection/object-path.ts';
import { callAdminApi, sendWrite, type CallOptions } from './http.ts';

/**
 * What AI Core may answer when a name is in use. None of this is documented, and each answer has other causes too: on
 * its own it proves nothing.
 */
const possibleConflicts: ReadonlySet<number | undefined> = new Set([400, 403, 409, 500]);

/** Not a 500 from a server in front of AI Core: this very request may have created the object. */
function mayBeConflict({ status, answeredBy }: ApiError): boolean {
  return possibleConflicts.has(status) && (status !== 500 || answeredBy === 'ai-core');
}

type Headers = Readonly<Record<string, string>>;

const namedSchema = z.object({ name: z.string() });

/** The error itself is informative enough: finding out more must not take long. */
export const askingTimeoutMs = 10_000;

/** `AlreadyExists`: the very object exists. `NameTaken`: another object has its name. */
export type ConflictCode = 'AlreadyExists' | 'NameTaken';

export interface Creation<T> {
  readonly resource: TenantResource;
  readonly body: { readonly name: string } | { readonly applicationName: string };
  readonly headers?: Headers;
  /** Parses what a read of the name returns. */
  readonly existingSchema: z.ZodMiniType<T>;
  /** Tells the two conflicts apart; by default it is `AlreadyExists`, because only the name is known. */
  readonly conflictWith?: (existing: T) => ConflictCode;
}

/** What a tenant has at that path, if anything, asked of the API rather than of a cached list. */
export async function findObject<T>(
  connection: Connection,
  path: string,
  schema: z.ZodMiniType<T>,
  options: CallOptions & { readonly headers?: Headers | undefined } = {},
): Promise<T | undefined> {
  try {
    return await callAdminApi(connection, { ...options, method: 'GET', path }, schema);
  } catch (error) {
    if (error instanceof ApiError && saysAbsent(error)) return undefined;
    throw error;
  }
}

/** Whether the tenant has an object of that name, asked of the API rather than of a cached list. */
export async function objectExists(
  connection: Connection,
  resource: TenantResource,
  name: string,
  headers?: Headers,
): Promise<boolean> {
  const found = await findObject(connection, objectPath(resource, name), namedSchema, { headers });
  return found !== undefined;
}

export function deleteObject(
  connection: Connection,
  resource: TenantResource,
  name: string,
  headers?: Headers,
): Promise<void> {
  return sendWrite(connection, { method: 'DELETE', path: objectPath(resource, name), headers });
}

/** Sorts objects by name. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'en');
}

/** Creates an object of the tenant as `createUnlessThere` does; an existing one is looked up by its name. */
export async function createNamed<T>(connection: Connection, creation: Creation<T>): Promise<void> {
  const { resource, body, headers, existingSchema, conflictWith = () => 'AlreadyExists' } = creation;
  const path = objectPath(resource, 'name' in body ? body.name : body.applicationName);
  await createUnlessThere(
    () => sendWrite(connection, { method: 'POST', path: resource, body, headers }),
    async () => {
      const request = { method: 'GET', path, headers, timeoutMs: askingTimeoutMs } as const;
      return conflictWith(await callAdminApi(connection, request, existingSchema));
    },
  );
}

/**
 * Creates something. If the failure may mean that it exists, `findConflict` looks it up: if it does, the error is a 409
 * with a `ConflictCode`; otherwise, or if the lookup fails, it is the original error.
 */
export async function createUnlessThere(
  create: () => Promise<void>,
  findConflict: () => Promise<ConflictCode | undefined>,
): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof ApiError && mayBeConflict(error))) throw error;
    const code = await findConflict().catch(() => undefined);
    if (code === undefined) throw error;
    const { requestId } = error;
    throw new ApiError({ kind: 'http', status: 409, code, message: '', requestId });
  }
}
