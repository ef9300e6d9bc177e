import { z } from 'zod/mini';
import { createLocalStore, useLocalStore } from '../api/browser-storage/local-store.ts';
import { parseMoment } from '../domain/text/moment.ts';
import type { Connection } from '../domain/connection/connection.ts';

const tickSchema = z.object({ connectionId: z.string(), tickedAt: z.string() });

/** The tenants whose templates somebody has confirmed to be patched: AI Core's admin API cannot tell. */
const store = createLocalStore('patched-templates-1', z.array(tickSchema), []);

export function useTemplateTick(connection: Connection): Date | undefined {
  const tick = useLocalStore(store).find(({ connectionId }) => connectionId === connection.id);
  return parseMoment(tick?.tickedAt);
}

export function tickTemplate(connection: Connection, ticked: boolean, now: Date): void {
  const others = store.read().filter(({ connectionId }) => connectionId !== connection.id);
  store.write(ticked ? [...others, { connectionId: connection.id, tickedAt: now.toISOString() }] : others);
}
