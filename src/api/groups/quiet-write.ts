import { z } from 'zod/mini';
import type { Connection } from '../../domain/connection/connection.ts';
import { callAdminApi, type AdminRequest } from '../http.ts';

const quietSchema = z.nullable(z.object({}));

/** A write whose successful answer may be empty. */
export async function sendQuietWrite(connection: Connection, request: AdminRequest): Promise<void> {
  await callAdminApi(connection, request, quietSchema);
}
