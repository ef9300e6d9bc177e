import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { callGateway } from '../http.ts';

const path = '/api/calendar-keys';
/** A key of a calendar, without what opens it. */
const keySchema = z.object({ id: z.string(), createdAt: z.string() });

/** The keys of whoever is signed in. */
export function calendarKeysQuery() {
  return queryOptions({
    queryKey: ['calendarKeys'],
    queryFn: async ({ signal }) =>
      (await callGateway({ method: 'GET', path, signal }, z.object({ keys: z.array(keySchema) }))).keys,
    staleTime: 0,
  });
}

/** Makes a key, and gives the calendar's path with it: the only time that anybody sees it. */
export async function createCalendarKey(): Promise<string> {
  const made = await callGateway({ method: 'POST', path, body: {} }, z.object({ path: z.string() }));
  return made.path;
}

/** The addresses that were made with it open nothing any more. */
export async function withdrawCalendarKey(id: string): Promise<void> {
  await callGateway({ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}` }, z.unknown());
}
