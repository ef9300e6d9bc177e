import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { callGateway } from '../http.ts';

const path = '/api/calendar-keys';
/** The key of a calendar address, without its secret part. */
const keySchema = z.object({ id: z.string(), createdAt: z.string() });

/** The keys of the signed-in person. */
export function calendarKeysQuery() {
  return queryOptions({
    queryKey: ['calendarKeys'],
    queryFn: async ({ signal }) =>
      (await callGateway({ method: 'GET', path, signal }, z.object({ keys: z.array(keySchema) }))).keys,
    staleTime: 0,
  });
}

/** Creates a key and returns the calendar's path with it. It is shown only this once. */
export async function createCalendarKey(): Promise<string> {
  const made = await callGateway({ method: 'POST', path, body: {} }, z.object({ path: z.string() }));
  return made.path;
}

/** Revokes the addresses that use the key. */
export async function withdrawCalendarKey(id: string): Promise<void> {
  await callGateway({ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}` }, z.unknown());
}
