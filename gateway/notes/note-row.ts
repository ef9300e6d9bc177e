import type { Insertable, Selectable } from 'kysely';
import * as z from 'zod';
import type { KnownRegistry } from '../calls/subject.ts';
import { parseJson } from '../common/parse-json.ts';
import type { Tables } from '../store/tables.ts';

/** What is known about a secret, because AI Core only tells names. Times are ISO 8601; no part is a credential. */
export interface SecretNote {
  tenant: string;
  name: string;
  registries: KnownRegistry[];
  registeredAt?: string;
  registeredBy?: string;
  rotatedAt?: string;
  rotatedBy?: string;
  expiresAt?: string;
  /** When the previous credential expired, until somebody says when the current one does. */
  formerEnd?: string;
  note?: string;
  /** When registries, expiry or note were last entered by hand, and by whom. */
  detailsAt?: string;
  detailsBy?: string;
  version: number;
  updatedAt: string;
  updatedBy?: string;
}

/** What somebody did to a secret. */
export interface SecretWrite {
  kind: 'registered' | 'rotated';
  registries: KnownRegistry[];
  at: string;
  by: string | null;
}

/** Identifies a secret. */
export interface SecretKey {
  tenant: string;
  name: string;
}

/** The only kind of secret that has notes, by its name in the admin API. */
export const resource = 'dockerRegistrySecrets';

/** The row that a write creates for a secret without a note, with all columns always in this order. */
export function toWrittenRow(
  { tenant, name }: SecretKey,
  { kind, registries, at, by }: SecretWrite,
): Insertable<Tables['secretNotes']> {
  const isNew = kind === 'registered';
  return {
    tenant,
    resource,
    name,
    registries: JSON.stringify(registries),
    // The expiry of the previous credentials does not apply to the new ones.
    expiresAt: null,
    formerEnd: null,
    rotatedAt: isNew ? null : at,
    rotatedBy: isNew ? null : by,
    updatedAt: at,
    updatedBy: by,
    registeredAt: isNew ? at : null,
    registeredBy: isNew ? by : null,
    note: '',
    detailsAt: null,
    detailsBy: null,
    version: 1,
  };
}

/** What every write replaces. */
const written = ['registries', 'expiresAt', 'rotatedAt', 'rotatedBy', 'updatedAt', 'updatedBy'] as const;
/** If the secret was deleted and registered again, nothing known before applies. */
export const replaced = {
  rotated: written,
  registered: [...written, 'formerEnd', 'registeredAt', 'registeredBy', 'note', 'detailsAt', 'detailsBy'],
} as const;

const registriesSchema = z.array(z.object({ host: z.string(), username: z.string().optional() })).catch([]);

/** A row as a note. */
export function toNote(row: Selectable<Tables['secretNotes']>): SecretNote {
  const { registeredAt, registeredBy, rotatedAt, rotatedBy, expiresAt, formerEnd } = row;
  const { updatedBy, detailsAt, detailsBy } = row;
  return {
    tenant: row.tenant,
    name: row.name,
    registries: registriesSchema.parse(parseJson(row.registries)),
    ...(registeredAt !== null && { registeredAt }),
    ...(registeredBy !== null && { registeredBy }),
    ...(rotatedAt !== null && { rotatedAt }),
    ...(rotatedBy !== null && { rotatedBy }),
    ...(expiresAt !== null && { expiresAt }),
    ...(expiresAt === null && formerEnd !== null && { formerEnd }),
    ...(row.note !== '' && { note: row.note }),
    ...(detailsAt !== null && { detailsAt }),
    ...(detailsBy !== null && { detailsBy }),
    version: row.version,
    updatedAt: row.updatedAt,
    ...(updatedBy !== null && { updatedBy }),
  };
}
