import type { CompiledQuery, Insertable, Selectable } from 'kysely';
import * as z from 'zod';
import type { KnownRegistry } from '../calls/subject.ts';
import { parseJson } from '../common/parse-json.ts';
import { withParameters, type Store } from '../store/store.ts';
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

/** What somebody says of a secret; what is left out stays. */
export interface NoteChange {
  registries?: KnownRegistry[] | undefined;
  /** Null takes the date away. */
  expiresAt?: string | null | undefined;
  /** Where the end is open: of what was taken back. */
  formerEnd?: string | undefined;
  note?: string | undefined;
  /** It belongs to the write before it, whose form asked for the end: nobody entered it by itself. */
  ofWrite?: boolean | undefined;
  /** The version that was changed: another one by now is not overwritten. */
  version?: number | undefined;
}

/** What was known of a secret before there was this memory. */
interface EarlierNote {
  name: string;
  registries: KnownRegistry[];
  registeredAt?: string | undefined;
  rotatedAt?: string | undefined;
  expiresAt?: string | undefined;
  formerEnd?: string | undefined;
  note?: string | undefined;
}

/** What all who use this gateway know of their secrets. */
export interface SecretNotes {
  list(tenant: string): Promise<SecretNote[]>;
  /** Those of several tenants. */
  listOf(tenants: readonly string[]): Promise<SecretNote[]>;
  /** What ends before `until`, of those tenants, the first first. */
  listEnding(tenants: readonly string[], until: string): Promise<SecretNote[]>;
  /** A secret was registered, or its credentials were replaced, at `at` by somebody. */
  noteWrite(key: SecretKey, write: SecretWrite): Promise<void>;
  /** Undefined where the version is another one by now; `full` where it would be one note too many of its tenant. */
  change(
    key: SecretKey,
    change: NoteChange,
    edit: { at: string; by: string | null },
  ): Promise<SecretNote | 'full' | undefined>;
  /** Keeps those of whose secrets nothing is known, as far as there is room; says how many. */
  takeOver(
    tenant: string,
    notes: readonly EarlierNote[],
    edit: { at: string; by: string | null },
  ): Promise<number>;
  forget(key: SecretKey): Promise<void>;
}

/** What somebody did to a secret. */
interface SecretWrite {
  kind: 'registered' | 'rotated';
  registries: KnownRegistry[];
  at: string;
  by: string | null;
}

/** Which secret. */
interface SecretKey {
  tenant: string;
  name: string;
}

const resource = 'dockerRegistrySecrets';
/** Of one tenant, far more than it may have secrets: all are read at once for whoever sees several tenants. */
export const maxNotes = 1000;
const conflictColumns = ['tenant', 'resource', 'name'] as const;
const registriesSchema = z.array(z.object({ host: z.string(), username: z.string().optional() })).catch([]);

/** The notes in the store. */
export function createSecretNotes(store: Store): SecretNotes {
  const { db } = store;
  const noteQueries = {
    registered: compileNote(store, 'registered'),
    rotated: compileNote(store, 'rotated'),
  };
  const chosen = () => db.selectFrom('secretNotes').selectAll().where('resource', '=', resource);
  const find = ({ tenant, name }: SecretKey) =>
    chosen().where('tenant', '=', tenant).where('name', '=', name).executeTakeFirst();
  async function findRoom(tenant: string): Promise<number> {
    const { count } = await db
      .selectFrom('secretNotes')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('tenant', '=', tenant)
      .executeTakeFirstOrThrow();
    return Math.max(0, maxNotes - Number(count));
  }

  return {
    async list(tenant) {
      const rows = await chosen().where('tenant', '=', tenant).orderBy('name').execute();
      return rows.map((row) => toNote(row));
    },
    async listOf(tenants) {
      const wanted = new Set(tenants);
      const rows = await chosen().orderBy('tenant').orderBy('name').execute();
      return rows.filter((row) => wanted.has(row.tenant)).map((row) => toNote(row));
    },
    async listEnding(tenants, until) {
      const wanted = new Set(tenants);
      // All are read and then chosen from: a list of hundreds of tenants is no part of a statement.
      const rows = await chosen()
        .where('expiresAt', 'is not', null)
        .where('expiresAt', '<', until)
        .orderBy('expiresAt')
        .orderBy('tenant')
        .orderBy('name')
        .execute();
      return rows.filter((row) => wanted.has(row.tenant)).map((row) => toNote(row));
    },
    async noteWrite(key, write) {
      const parameters = Object.values(toWrittenRow(key, write));
      await db.executeQuery(withParameters(noteQueries[write.kind], parameters));
    },
    async change(key, { registries, expiresAt, formerEnd, note, ofWrite, version }, { at, by }) {
      // Whoever enters an end, or that there is none, knows that of the present credential.
      const isSaid = ofWrite !== true && expiresAt !== undefined;
      const set = {
        ...(registries && { registries: JSON.stringify(registries) }),
        ...(expiresAt !== undefined && { expiresAt }),
        ...(note !== undefined && { note }),
        ...(ofWrite !== true && { detailsAt: at, detailsBy: by }),
        ...((isSaid || formerEnd !== undefined) && { formerEnd: formerEnd ?? null }),
        updatedAt: at,
        updatedBy: by,
      };
      const before = await find(key);
      if (version !== undefined && version !== (before?.version ?? 0)) return undefined;
      if (before === undefined && (await findRoom(key.tenant)) === 0) return 'full';
      const values = { ...key, resource, registries: '[]', note: '', version: 1, ...set };
      const changed = await db
        .insertInto('secretNotes')
        .values(values)
        .onConflict((conflict) =>
          conflict
            .columns(conflictColumns)
            .doUpdateSet((eb) => ({ ...set, version: eb('secretNotes.version', '+', 1) }))
            // Somebody else may have been quicker since it was read.
            .where((eb) => (version === undefined ? eb.lit(true) : eb('secretNotes.version', '=', version))),
        )
        .returningAll()
        .executeTakeFirst();
      return changed && toNote(changed);
    },
    async takeOver(tenant, notes, { at, by }) {
      const room = await findRoom(tenant);
      if (notes.length === 0 || room === 0) return 0;
      const rows = notes.slice(0, room).map((earlier): Insertable<Tables['secretNotes']> => {
        const { name, registries, registeredAt, rotatedAt, expiresAt, formerEnd, note = '' } = earlier;
        const dates = {
          registeredAt: registeredAt ?? null,
          rotatedAt: rotatedAt ?? null,
          expiresAt: expiresAt ?? null,
          formerEnd: formerEnd ?? null,
        };
        const known = { registries: JSON.stringify(registries), note, version: 1 };
        return { tenant, resource, name, ...known, ...dates, updatedAt: at, updatedBy: by };
      });
      const taken = await db
        .insertInto('secretNotes')
        .values(rows)
        .onConflict((conflict) => conflict.columns(conflictColumns).doNothing())
        .executeTakeFirst();
      return Number(taken.numInsertedOrUpdatedRows ?? 0n);
    },
    async forget({ tenant, name }) {
      await db
        .deleteFrom('secretNotes')
        .where('tenant', '=', tenant)
        .where('resource', '=', resource)
        .where('name', '=', name)
        .execute();
    },
  };
}

/** What a write leaves of a secret of which nothing is known, in all columns and always in this order. */
function toWrittenRow(
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
const replaced = {
  rotated: written,
  registered: [...written, 'formerEnd', 'registeredAt', 'registeredBy', 'note', 'detailsAt', 'detailsBy'],
} as const;

/** Compiled once: it has as many parameters as a row has columns. */
function compileNote({ db }: Store, kind: SecretWrite['kind']): CompiledQuery {
  const row = toWrittenRow({ tenant: '', name: '' }, { kind, registries: [], at: '', by: null });
  return db
    .insertInto('secretNotes')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(conflictColumns).doUpdateSet((eb) => ({
        ...Object.fromEntries(replaced[kind].map((column) => [column, eb.ref(`excluded.${column}`)])),
        ...(kind === 'rotated' && {
          formerEnd: eb.fn.coalesce('secretNotes.expiresAt', 'secretNotes.formerEnd'),
        }),
        version: eb('secretNotes.version', '+', eb.lit(1)),
      })),
    )
    .compile();
}

function toNote(row: Selectable<Tables['secretNotes']>): SecretNote {
  const { registeredAt, registeredBy, rotatedAt, rotatedBy, expiresAt, formerEnd } = row;
  const { updatedBy, detailsAt, detailsBy } = row;
  return {
    tenant: row.tenant,
    name: row.name,
    registries: registriesSchema
      .parse(parseJson(row.registries))
      .map(({ host, username }) => (username === undefined ? { host } : { host, username })),
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
