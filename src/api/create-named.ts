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
export const askingTimeoutMs = 10_000;

/** `AlreadyExists`: what was to be created is there. `NameTaken`: its name belongs to another one. */
export type ConflictCode = 'AlreadyExists' | 'NameTaken';

export interface Creation<T> {
  readonly resource: TenantResource;
  readonly body: { readonly name: string } | { readonly applicationName: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** What a read of the name answers. */
  readonly existingSchema: z.ZodMiniType<T>;
  readonly conflictWith: (existing: T) => ConflictCode;
}

/** Creates a resource of the tenant, in the way of `createUnlessThere`; what is there is asked for by its name. */
export async function createNamed<T>(connection: Connection, creation: Creation<T>): Promise<void> {
  const { resource, body, headers, existingSchema, conflictWith } = creation;
  const name = 'name' in body ? body.name : body.applicationName;
  const path = `${resource}/${encodeURIComponent(name)}`;
  await createUnlessThere(
    () => sendWrite(connection, { method: 'POST', path: resource, body, headers }),
    async () => {
      const request = { method: 'GET', path, headers, timeoutMs: askingTimeoutMs } as const;
      return conflictWith(await callAdminApi(connection, request, existingSchema));
    },
  );
}

/**
 * Creates something. Where the failure may mean that it is there already, `findConflict` asks: if so, the error is a
 * 409 with a `ConflictCode`, otherwise, and where that cannot be told, it is the one that came.
 */
export async function createUnlessThere(
  create: () => Promise<void>,
  findConflict: () => Promise<ConflictCode | undefined>,
): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof ApiError && possibleConflicts.has(error.status))) throw error;
    const code = await findConflict().catch(() => undefined);
    if (code === undefined) throw error;
    const { requestId } = error;
    throw new ApiError({ kind: 'http', status: 409, code, message: '', requestId });
  }
}
