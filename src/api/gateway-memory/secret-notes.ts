import { z } from 'zod/mini';
import { noteSchema, type RememberedSecret } from '../browser-storage/remembered-schema.ts';
import { callGateway } from '../http.ts';

/** What a gateway remembers of the secrets of one tenant. */
export async function readNotes(connectionId: string, baseUrl: string): Promise<RememberedSecret[]> {
  const answer = await callGateway(
    { method: 'GET', path: `${baseUrl}/secret-notes` },
    z.object({ notes: z.array(noteSchema) }),
  );
  return answer.notes.map((note) => ({ connectionId, ...note }));
}

/** What it remembers of the secrets of all its tenants, by connection id. */
export async function readAllNotes(): Promise<RememberedSecret[]> {
  const answer = await callGateway(
    { method: 'GET', path: '/api/secret-notes' },
    z.object({ notes: z.array(z.extend(noteSchema, { tenant: z.string() })) }),
  );
  return answer.notes.map(({ tenant, ...note }) => ({ connectionId: tenant, ...note }));
}

/**
 * Stores registries, expiry and note in the gateway, where it does not know them from the write itself. `ofWrite`: they
 * came with a write rather than being entered on their own.
 */
export async function keepNotes(
  baseUrl: string,
  secrets: readonly RememberedSecret[],
  ofWrite: boolean,
): Promise<void> {
  for (const { name, registries, expiresAt, formerEnd, note } of secrets) {
    await callGateway(
      {
        method: 'PUT',
        path: `${baseUrl}/secret-notes/${encodeURIComponent(name)}`,
        body: { registries, expiresAt: expiresAt ?? null, formerEnd, note: note ?? '', ofWrite },
        keepalive: ofWrite,
      },
      z.unknown(),
    );
  }
}
