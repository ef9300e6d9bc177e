import { z } from 'zod/mini';
import { listPath } from '../../gateway/contract.ts';
import { ApiError } from '../domain/api-problem.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { callAdminApi } from './http.ts';

/** Far more than a tenant may hold: stops an endless list from being read for ever. */
const maxPages = 100;
/** A list that keeps changing is accepted as it is after this. */
const maxRestarts = 2;

/**
 * Every item of a list call, page by page; the API guarantees neither a page size nor that one page is everything. If
 * an item appears or disappears between two pages, the others move and one could be read twice or missed: then reading
 * starts again.
 */
export async function listAll<T>(
  connection: Connection,
  resource: string,
  itemSchema: z.ZodMiniType<T>,
  signal?: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<T[]> {
  const pageSchema = z.object({ count: z.number(), resources: z.array(itemSchema) });
  let items: T[] = [];
  let count: number | undefined;
  let restarts = 0;
  for (let read = 0; read < maxPages; read += 1) {
    const path = listPath(resource, items.length);
    const page = await callAdminApi(connection, { method: 'GET', path, signal, headers }, pageSchema);
    if (count !== undefined && count !== page.count && restarts < maxRestarts) {
      restarts += 1;
      items = [];
      count = undefined;
      continue;
    }
    count = page.count;
    items.push(...page.resources);
    if (page.resources.length === 0 || items.length >= page.count) return items;
  }
  throw new ApiError({ kind: 'contract', message: '' });
}
