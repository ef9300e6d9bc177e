import type { CompiledQuery, Insertable, Selectable } from 'kysely';
import type { KnownRegistry } from '../calls/subject.ts';
import { withParameters, type Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import {
  replaced,
  resource,
  toNote,
  toWrittenRow,
  type SecretKey,
  type SecretNote,
  type SecretWrite,
} from './note-row.ts';

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

/** Of one tenant, far more than it may have secrets: all are read at once for whoever sees several tenants. */
export const maxNotes = 1000;
const conflictColumns = ['tenant', 'resource', 'name'] as const;

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
      return notesOf(tenants, await chosen().orderBy('tenant').orderBy('name').execute());
    },
    async listEnding(tenants, until) {
      const rows = await chosen()
        .where('expiresAt', 'is not', null)
        .where('expiresAt', '<', until)
        .orderBy('expiresAt')
        .orderBy('tenant')
        .orderBy('name')
        .execute();
      return notesOf(tenants, rows);
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
        const { name, note = '', registeredAt = null, rotatedAt = null } = earlier;
        const { registries, expiresAt = null, formerEnd = null } = earlier;
        return {
          tenant,
          resource,
          name,
          registries: JSON.stringify(registries),
          registeredAt,
          rotatedAt,
          expiresAt,
          formerEnd,
          note,
          version: 1,
          updatedAt: at,
          updatedBy: by,
        };
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

/** All are read and then chosen from: a list of hundreds of tenants is no part of a statement. */
function notesOf(
  tenants: readonly string[],
  rows: readonly Selectable<Tables['secretNotes']>[],
): SecretNote[] {
  const wanted = new Set(tenants);
  return rows.filter(({ tenant }) => wanted.has(tenant)).map((row) => toNote(row));
}

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
