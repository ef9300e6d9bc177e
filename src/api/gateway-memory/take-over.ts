import { z } from 'zod/mini';
import type { RememberedSecret } from '../browser-storage/remembered-schema.ts';
import { browserMemory } from '../browser-storage/secret-memory.ts';
import { callGateway } from '../http.ts';

/** What this browser remembered of a tenant before the gateway did. */
export function earlierMemory(connectionId: string): readonly RememberedSecret[] {
  return browserMemory.read().filter((one) => one.connectionId === connectionId);
}

/** Hands it over to the gateway; it stays here until the gateway has it. */
export async function takeOver(connectionId: string, baseUrl: string): Promise<void> {
  await takeOverNotes(baseUrl, earlierMemory(connectionId));
  dropEarlier(connectionId);
}

export function dropEarlier(connectionId: string): void {
  browserMemory.write(browserMemory.read().filter((one) => one.connectionId !== connectionId));
}

/** Sends a gateway what a browser has remembered so far; what the gateway knows already does not change. */
async function takeOverNotes(baseUrl: string, secrets: readonly RememberedSecret[]): Promise<void> {
  const notes = secrets.map(({ name, registries, registeredAt, rotatedAt, expiresAt, formerEnd, note }) => ({
    name,
    registries,
    registeredAt,
    rotatedAt,
    expiresAt,
    formerEnd,
    note,
  }));
  await callGateway({ method: 'POST', path: `${baseUrl}/secret-notes`, body: { notes } }, z.unknown());
}
