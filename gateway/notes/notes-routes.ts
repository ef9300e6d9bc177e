import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Access } from '../access/access.ts';
import { toKnownName } from '../calls/known-text.ts';
import { readBodyFacts } from '../calls/subject.ts';
import { holdsToken } from '../calls/token-form.ts';
import { sendCompressed } from '../common/compression.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import { isKeepable } from '../common/keepable.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Person } from '../sign-in/person.ts';
import { maxNotes, type NoteChange, type SecretNotes } from './secret-notes.ts';

const config = { action: 'note', resource: 'dockerRegistrySecrets' } as const;
const bodyLimit = 512 * 1024;
const paramsSchema = z.object({ tenantId: z.string(), name: z.string().default('') });
/** A day or a moment; moments are stored in UTC, so that sorting them as text sorts them by time. */
const date = z.union([
  z.iso.date(),
  z.iso.datetime({ offset: true }).transform((moment) => new Date(moment).toISOString()),
]);
/** Enough for two hundred registries with usual names. */
const maxRegistriesLength = 32 * 1024;
const registries = z
  .array(z.object({ host: z.string().max(512), username: z.string().max(512).optional() }))
  .max(200)
  .refine((list) => JSON.stringify(list).length <= maxRegistriesLength);
const note = z.string().max(2000).refine(isKeepable);
const changeSchema = z.object({
  registries: registries.optional(),
  expiresAt: date.nullable().optional(),
  formerEnd: date.optional(),
  note: note.optional(),
  ofWrite: z.boolean().optional(),
  version: z.number().int().min(0).optional(),
});
/** If one of many entries has an invalid date, only that date is lost. */
const earlierDate = date.optional().catch(undefined);
const earlierSchema = z.object({
  notes: z
    .array(
      z.object({
        name: z.string(),
        registries,
        registeredAt: earlierDate,
        rotatedAt: earlierDate,
        expiresAt: earlierDate,
        formerEnd: earlierDate,
        note: note.optional(),
      }),
    )
    .max(1000),
});

/** What the routes need. */
interface NotesRouteOptions {
  tenants: TenantRegistry;
  access: Access;
}

/**
 * `/api/tenants/{id}/secret-notes`: what is known about a tenant's secrets, and what editors add to it; and `GET
 * /api/secret-notes` for all tenants whose secrets the person may read, in one answer.
 */
export function registerNotesRoutes(
  app: FastifyInstance,
  notes: SecretNotes,
  { tenants, access }: NotesRouteOptions,
): void {
  const { resource } = config;
  app.get('/api/secret-notes', async ({ person }, reply) => {
    const ids = tenants.list().map(({ id }) => id);
    const readable = ids.filter((tenantId) => access.may(person, 'read', { tenantId, resource }));
    reply.header('content-type', 'application/json; charset=utf-8');
    return sendCompressed(reply, JSON.stringify({ notes: await notes.listOf(readable) }));
  });

  const path = '/api/tenants/:tenantId/secret-notes';

  app.get(path, { config }, async (request, reply) => {
    const { tenantId } = paramsSchema.parse(request.params);
    return reply.send({ notes: await notes.list(tenantId) });
  });

  app.put(`${path}/:name`, { config, bodyLimit }, async (request, reply) => {
    const { tenantId: tenant, name } = paramsSchema.parse(request.params);
    const parsed = changeSchema.safeParse(request.body);
    if (!parsed.success || toKnownName(name) === undefined) return sendFailure(reply, badNote);
    if (holdsToken(parsed.data.note ?? '')) return sendFailure(reply, tokenInNote);
    const change: NoteChange = {
      ...parsed.data,
      registries: parsed.data.registries && readBodyFacts(request.body).subject?.registries,
    };
    const changed = await notes.change({ tenant, name }, change, edit(request.person));
    if (changed === 'full') return sendFailure(reply, tooMany);
    return changed === undefined ? sendFailure(reply, changedSince) : reply.send(changed);
  });

  // Takes over what a browser has remembered on its own until now.
  app.post(path, { config, bodyLimit }, async (request, reply) => {
    const { tenantId } = paramsSchema.parse(request.params);
    const parsed = earlierSchema.safeParse(request.body);
    if (!parsed.success) return sendFailure(reply, badNote);
    const earlier = parsed.data.notes
      .filter(({ name }) => toKnownName(name) !== undefined)
      .map((one) => ({
        ...one,
        registries: readBodyFacts({ registries: one.registries }).subject?.registries ?? [],
        note: holdsToken(one.note ?? '') ? undefined : one.note,
      }));
    const taken = await notes.takeOver(tenantId, earlier, edit(request.person));
    return reply.send({ taken });
  });

  app.delete(`${path}/:name`, { config }, async (request, reply) => {
    const { tenantId: tenant, name } = paramsSchema.parse(request.params);
    await notes.forget({ tenant, name });
    return reply.code(204).send();
  });
}

function edit(person: Person | undefined): { at: string; by: string | null } {
  return { at: new Date().toISOString(), by: person?.name ?? null };
}

const badNote: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'Not a valid note. Check its date, and keep the text below 2,000 characters.',
};
const tooMany: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: `The gateway keeps notes for at most ${maxNotes} secrets per tenant. Nothing was saved.`,
};
const tokenInNote: GatewayFailure = {
  status: 400,
  code: 'NoteHoldsToken',
  message: 'The note contains what looks like an access token. Remove it. Nothing was saved.',
};
const changedSince: GatewayFailure = {
  status: 409,
  code: 'NoteChanged',
  message: 'Someone else has changed this note. Open it again to see the change.',
};
