import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../store/postgres.ts';
import {
  findPostgres,
  needsPostgres,
  startTestPostgres,
  type TestPostgres,
} from '../testing/test-postgres.ts';
import { createAuditLog } from './audit-log.ts';

const logger = pino({ level: 'silent' });

describe.skipIf(findPostgres() === undefined)(`the audit log in PostgreSQL (${needsPostgres})`, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  });
  afterAll(() => postgres.stop());

  test('has old events taken away in parts, each within its time', async () => {
    const url = await postgres.createDatabase();
    const db = await openPostgresStore({ url, certificates: undefined, maxWaitMs: 2000 }, logger);
    const event = { requestId: 'r', actorGroups: '[]', action: 'create', outcome: 'done' };
    const old = Array.from({ length: 150 }, () => ({ ...event, time: '2020-01-01T00:00:00.000Z' }));
    const kept = { ...event, time: new Date().toISOString() };
    await db
      .insertInto('auditEvents')
      .values([...old, kept])
      .execute();
    await sql`create function slow() returns trigger language plpgsql as
      $$ begin perform pg_sleep(0.02); return old; end $$`.execute(db);
    await sql`create trigger slow before delete on audit_events for each row execute function slow()`.execute(
      db,
    );
    await createAuditLog({ db, close: () => db.destroy() }).clean(30, Date.now(), 20);
    expect(await db.selectFrom('auditEvents').select('time').execute()).toEqual([{ time: kept.time }]);
    await db.destroy();
  });
});
