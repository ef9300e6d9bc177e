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

/** What somebody says about a secret; fields that are left out do not change. */
export interface NoteChange {
  registries?: KnownRegistry[] | undefined;
  /** Null removes the date. */
  expiresAt?: string | null | undefined;
  /** If the expiry is left open: the previous expiry, after an undo. */
  formerEnd?: string | undefined;
  note?: string | undefined;
  /** It belongs to the preceding write, whose form asked for the expiry, so it does not count as entered by hand. */
  ofWrite?: boolean | undefined;
  /** The version that was edited: if there is a newer one, it is not overwritten. */
  version?: number | undefined;
}

/** What a browser knew about a secret before the gateway kept notes. */
interface EarlierNote {
  name: string;
  registries: KnownRegistry[];
  registeredAt?: string | undefined;
  rotatedAt?: string | undefined;
  expiresAt?: string | undefined;
  formerEnd?: string | undefined;
  note?: string | undefined;
}

/** What the users of this gateway know about their secrets. */
export interface SecretNotes {
  list(tenant: string): Promise<SecretNote[]>;
  /** Those of several tenants. */
  listOf(tenants: readonly string[]): Promise<SecretNote[]>;
  /** What expires before `until` in those tenants, earliest first. */
  listEnding(tenants: readonly string[], until: string): Promise<SecretNote[]>;
  /** Records that a secret was registered, or its credentials replaced. */
  noteWrite(key: SecretKey, write: SecretWrite): Promise<void>;
  /** Undefined if the version has changed; `full` if the tenant has too many notes. */
  change(
    key: SecretKey,
    change: NoteChange,
    edit: { at: string; by: string | null },
  ): Promise<SecretNote | 'full' | undefined>;
  /** Stores the notes of secrets that have none yet, while there is room; returns how many. */
  takeOver(
    tenant: string,
    notes: readonly EarlierNote[],
    edit: { at: string; by: string | null },
  ): Promise<number>;
  forget(key: SecretKey): Promise<void>;
}

/** Per tenant, far more than it may have secrets. Limited because the notes of several tenants are read at once. */
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
      // Entering an expiry, or that there is none, refers to the current credential.
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

/** Reads all rows and filters them here, because a list of hundreds of tenants is too long for a statement. */
function notesOf(
  tenants: readonly string[],
  rows: readonly Selectable<Tables['secretNotes']>[],
): SecretNote[] {
  const wanted = new Set(tenants);
  return rows.filter(({ tenant }) => wanted.has(tenant)).map((row) => toNote(row));
}

/** Compiled once: its parameters are the columns of a row. */
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
