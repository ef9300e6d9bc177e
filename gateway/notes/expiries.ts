import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Access } from '../access/access.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Person } from '../sign-in/person.ts';
import type { SecretNote } from './note-row.ts';
import type { SecretNotes } from './secret-notes.ts';

/** A credential with the date on which it expires. */
export interface Expiry {
  tenant: string;
  tenantLabel: string;
  name: string;
  registries: SecretNote['registries'];
  /** ISO 8601, a day or a moment. */
  expiresAt: string;
  /** Who set the current credential, and when, if known. */
  changedBy?: string;
  changedAt?: string;
}

/** What expires soon, or has expired. */
export interface Expiries {
  /** What expires within `days`, earliest first, in the tenants whose secrets somebody may read. */
  listFor(person: Person | undefined, days: number): Promise<Expiry[]>;
  /** The same for all tenants. */
  listAll(days: number): Promise<Expiry[]>;
}

const dayMs = 86_400_000;

/** Reads expiry dates from the notes. */
export function createExpiries(notes: SecretNotes, tenants: TenantRegistry, access: Access): Expiries {
  async function list(isWanted: (tenantId: string) => boolean, days: number): Promise<Expiry[]> {
    const wanted = tenants.list().filter(({ id }) => isWanted(id));
    const labels = new Map(wanted.map(({ id, label }) => [id, label]));
    const until = new Date(Date.now() + days * dayMs).toISOString();
    const found = await notes.listEnding([...labels.keys()], until);
    return found.map((note) => toExpiry(note, labels.get(note.tenant) ?? note.tenant));
  }
  return {
    listFor: (person, days) =>
      list((tenantId) => access.may(person, 'read', { tenantId, resource: 'dockerRegistrySecrets' }), days),
    listAll: (days) => list(() => true, days),
  };
}

function toExpiry(note: SecretNote, tenantLabel: string): Expiry {
  const changedBy = note.rotatedAt === undefined ? note.registeredBy : note.rotatedBy;
  const changedAt = note.rotatedAt ?? note.registeredAt;
  return {
    tenant: note.tenant,
    tenantLabel,
    name: note.name,
    registries: note.registries,
    expiresAt: note.expiresAt ?? '',
    ...(changedBy !== undefined && { changedBy }),
    ...(changedAt !== undefined && { changedAt }),
  };
}

const querySchema = z.object({ days: z.coerce.number().int().min(0).max(3650).default(90) });

/** `GET /api/expiries?days=90`: for all tenants that the person may see. */
export function registerExpiries(app: FastifyInstance, expiries: Expiries): void {
  app.get('/api/expiries', async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) return sendFailure(reply, badDays);
    const found = await expiries.listFor(request.person, query.data.days);
    return reply.send({ expiries: found });
  });
}

const badDays: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'days must be a whole number from 0 to 3650.',
};
