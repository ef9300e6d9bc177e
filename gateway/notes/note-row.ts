import type { Insertable, Selectable } from 'kysely';
import * as z from 'zod';
import type { KnownRegistry } from '../calls/subject.ts';
import { parseJson } from '../common/parse-json.ts';
import type { Tables } from '../store/tables.ts';

/** What is known of a secret, since AI Core tells nothing but names. Times are ISO 8601; no part is a credential. */
export interface SecretNote {
  tenant: string;
  name: string;
  registries: KnownRegistry[];
  registeredAt?: string;
  registeredBy?: string;
  rotatedAt?: string;
  rotatedBy?: string;
  expiresAt?: string;
  /** When the credential before ended, as long as nobody has said when the present one does. */
  formerEnd?: string;
  note?: string;
  /** When somebody last entered registries, end or note by hand, and who. */
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

/** Which secret. */
export interface SecretKey {
  tenant: string;
  name: string;
}

/** The one kind of secrets of which there are notes, as the admin API calls it. */
export const resource = 'dockerRegistrySecrets';

/** What a write leaves of a secret of which nothing is known, in all columns and always in this order. */
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
    // The end of the credentials before is none of the new ones'.
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
/** Of a secret that was deleted and is there again, nothing of what was before is true. */
export const replaced = {
  rotated: written,
  registered: [...written, 'formerEnd', 'registeredAt', 'registeredBy', 'note', 'detailsAt', 'detailsBy'],
} as const;

const registriesSchema = z.array(z.object({ host: z.string(), username: z.string().optional() })).catch([]);

/** A row as what is known of its secret. */
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
