import { existsSync, mkdirSync, openSync, closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CamelCasePlugin,
  Kysely,
  sql,
  SqliteDialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import Database from 'libsql';
import { BootError } from '../common/boot-error.ts';
import { errorCode } from '../common/error-code.ts';
import { migrateStore, NewerStoreError, refuseNewerStore } from './migrate.ts';
import { tellStoreErrors } from './store-error.ts';
import type { Tables } from './tables.ts';

/** The store in the memory of one process. */
export async function openMemoryStore(): Promise<Kysely<Tables>> {
  const db = connect(':memory:');
  await migrateStore(db, 'sqlite');
  return db;
}

/**
 * The store in a file in `folder`, which is created if it does not exist.
 * @throws {BootError} if it cannot be used; nothing in it has changed then.
 */
export async function openSqliteStore(folder: string): Promise<Kysely<Tables>> {
  const file = join(folder, 'console.sqlite');
  try {
    createPrivateFile(folder, file);
    await refuseNewerFile(file);
    const db = connect(file, file);
    await prepare(db).catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
    return db;
  } catch (error) {
    throw explain(error, file);
  }
}

/** Opened for reading only, because just opening a database can write to it. */
async function refuseNewerFile(file: string): Promise<void> {
  const reader = connect(`${pathToFileURL(file).href}?mode=ro`);
  try {
    await refuseNewerStore(reader, 'sqlite');
  } catch (error) {
    // A write that was cut off is repaired later by the first connection that may write.
    if (!errorCode(error).startsWith('SQLITE_READONLY')) throw error;
  } finally {
    await reader.destroy();
  }
}

/**
 * The file contains names and addresses of people, so other users of this machine must not read it. It is created
 * before SQLite opens it, and never opened directly afterwards: when a process closes a file that it opened outside
 * SQLite, the system drops SQLite's own locks. Another process that then closes the database, such as a second gateway,
 * believes it is the last one and removes the log that this process still writes to.
 */
function createPrivateFile(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

/** How long to wait at the start for a database that another gateway uses. */
const maxWaitMs = 10_000;
/** How long to wait afterwards, when nobody else is answered in the meantime. */
const shortWaitMs = 500;
/** While a lock lasts longer: enough for a second gateway's own writes, which take a millisecond. */
const briefWaitMs = 20;
/** Filters of the audit log can be combined in more ways than are worth keeping. */
const maxPrepared = 100;

/** If `file` is given, it must stay where it is. */
function connect(address: string, file?: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: tellStoreErrors(new SqliteDialect({ database: async () => open(address, file) })),
    plugins: [new CamelCasePlugin()],
  });
}

/**
 * Each statement is prepared once, because preparing takes longer than most of them run, and Kysely asks for it each
 * time.
 */
function open(address: string, file: string | undefined): SqliteDatabase {
  const database = new Database(address, { timeout: maxWaitMs });
  const prepared = new Map<string, SqliteStatement>();
  const place = file === undefined ? undefined : statSync(file).ino;
  let isLocked = false;
  /** While the database is locked elsewhere, only the first call waits for long. */
  function settle(isBusy: boolean) {
    if (isBusy !== isLocked) database.exec(`pragma busy_timeout = ${isBusy ? briefWaitMs : shortWaitMs}`);
    isLocked = isBusy;
  }
  return {
    prepare(text) {
      // Writes to a file that was removed or replaced would be lost.
      if (file !== undefined && statSync(file, { throwIfNoEntry: false })?.ino !== place)
        throw new MovedStoreError(file);
      const statement = prepared.get(text) ?? patient(database.prepare(text), text, settle);
      prepared.delete(text);
      prepared.set(text, statement);
      // The first one is the least recently used.
      const [oldest = ''] = prepared.keys();
      if (prepared.size > maxPrepared) prepared.delete(oldest);
      return statement;
    },
    close: () => database.close(),
  };
}

/** Calls `settle` with whether the database was locked elsewhere; a successful read says nothing about that. */
function patient(
  statement: SqliteStatement,
  text: string,
  settle: (isBusy: boolean) => void,
): SqliteStatement {
  const isRead = /^\s*select/i.test(text);
  function attempt<T>(work: () => T): T {
    try {
      const result = work();
      if (!isRead) settle(false);
      return result;
    } catch (error) {
      if (errorCode(error).startsWith('SQLITE_BUSY')) settle(true);
      throw error;
    }
  }
  return {
    reader: statement.reader,
    all: (values) => attempt(() => statement.all(values)),
    run: (values) => attempt(() => statement.run(values)),
    iterate: (values) => statement.iterate(values),
  };
}

class MovedStoreError extends Error {
  readonly code = 'STORE_MOVED';

  constructor(file: string) {
    super(`${file} was removed or replaced while the gateway ran: put it back, and start the gateway again`);
  }
}

async function prepare(db: Kysely<Tables>): Promise<void> {
  await sql`pragma foreign_keys = on`.execute(db);
  await db.connection().execute(async (connection) => {
    // Kysely's migrator takes no lock in SQLite, so this takes the database's own lock for one writer.
    await sql`begin immediate`.execute(connection);
    try {
      await migrateStore(connection, 'sqlite');
      await sql`commit`.execute(connection);
    } catch (error) {
      // A full disk has already ended the transaction, and the error of the rollback would hide the reason.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
  // Only makes it faster: if another gateway uses the file right now, the next start does it.
  await sql`pragma journal_mode = wal`.execute(db).catch((error: unknown) => {
    if (errorCode(error) !== 'SQLITE_BUSY') throw error;
  });
  // Otherwise everybody waits for the disk at each write. Even so, a killed process loses nothing.
  await sql`pragma synchronous = normal`.execute(db);
  // Moving pages from the log to the database does wait, so it is done for more of them at once.
  await sql`pragma wal_autocheckpoint = 4000`.execute(db);
  await sql`pragma busy_timeout = ${sql.lit(shortWaitMs)}`.execute(db);
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof NewerStoreError) {
    return new BootError(
      `The store in ${file} was written by a newer version of the gateway: start that one, or name another folder with CONSOLE_DATA_DIR.`,
    );
  }
  const code = errorCode(error);
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new BootError(
      `${file} is not a store of this console, or is damaged: move it away, or name another folder with CONSOLE_DATA_DIR.`,
    );
  }
  // Even an existing file needs room beside it; without it the system reports errors of reading and writing.
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    return new BootError(
      `The disk of ${file} is full or broken (${code}): make room there, or name a folder on another disk with CONSOLE_DATA_DIR.`,
    );
  }
  return new BootError(
    `The store in ${file} cannot be opened (${code}): name a folder that the gateway may write to with CONSOLE_DATA_DIR, or a PostgreSQL database with DATABASE_URL.`,
  );
}
