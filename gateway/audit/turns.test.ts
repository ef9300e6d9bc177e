import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSessions } from '../sign-in/sessions.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { createAuditLog } from './audit-log.ts';
import { readAllEvents, readAuditPage } from './audit-query.ts';

const logger = { warn: () => undefined, error: () => undefined };
let store: Store;
let db: Kysely<Tables>;
beforeEach(async () => {
  store = await openStore({}, logger);
  ({ db } = store);
});
afterEach(() => store.close());

const time = '2026-01-01T00:00:00.000Z';

async function insertEvents(): Promise<void> {
  const event = { time, requestId: 'a', action: 'create', outcome: 'done', actorGroups: '[]' };
  for (let page = 0; page < 8; page += 1)
    await db
      .insertInto('auditEvents')
      .values(Array.from({ length: 500 }, () => event))
      .execute();
}

/** How often everybody else had a turn during `work`. */
async function countTurns(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isDone = true;
  return turns;
}

test('an export lets others be answered between its pages', async () => {
  await insertEvents();
  let events = 0;
  const turns = await countTurns(async () => {
    for await (const _ of readAllEvents(db, { scope: 'all', filter: {} })) events += 1;
  });
  expect(events).toBe(4000);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('so does the search for a text without an index, whose pages end when time is up', async () => {
  await db
    .insertInto('auditEvents')
    .values({ time, requestId: 'a', action: 'create', outcome: 'done', actorGroups: '[]', name: 'first' })
    .execute();
  await insertEvents();
  const search = (before: number | undefined, ms: number) =>
    readAuditPage(db, { scope: 'all', filter: { q: 'IRS' }, before, limit: 100, search: { ids: 500, ms } });
  const found: string[][] = [];
  let before: number | undefined;
  do {
    const page = await search(before, 0);
    found.push(page.events.map(({ name }) => name ?? ''));
    before = page.next;
  } while (before !== undefined);
  expect(found).toEqual([...Array.from({ length: 8 }, () => []), ['first']]);
  const turns = await countTurns(async () => {
    expect(await search(undefined, 60_000)).toMatchObject({ events: [{ name: 'first' }] });
  });
  expect(turns).toBeGreaterThanOrEqual(8);
});

test('so does the removal of old events', async () => {
  await insertEvents();
  const turns = await countTurns(() => createAuditLog(store).clean(30, Date.parse('2026-06-01T00:00:00Z')));
  expect(await db.selectFrom('auditEvents').select('id').execute()).toEqual([]);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('so does the removal of ended sessions', async () => {
  for (let page = 0; page < 8; page += 1)
    await db
      .insertInto('sessions')
      .values(
        Array.from({ length: 500 }, (_, i) => ({
          idHash: `${page} ${i}`,
          personId: 'jo',
          personName: 'Jo',
          issuer: 'a',
          personGroups: '[]',
          createdAt: time,
          usedAt: time,
          endsAt: time,
        })),
      )
      .execute();
  const turns = await countTurns(() => createSessions(store, { idleMinutes: 60, maxHours: 8 }).clean());
  expect(await db.selectFrom('sessions').select('idHash').execute()).toEqual([]);
  expect(turns).toBeGreaterThanOrEqual(3);
});
