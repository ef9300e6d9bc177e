import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../store/store.ts';
import { describePostgres } from '../testing/test-stores.ts';
import { createSessions } from './sessions.ts';

const minute = 60_000;
const jo = { id: 'jo', name: 'Jo Weber', issuer: 'https://id.example', groups: ['a', 'b'] };
const al = { id: 'al', name: 'Al', issuer: 'https://id.example', groups: [] };

let store: Store;
let now: number;
afterEach(() => store.close());

const ofProvider = (name?: string) => ({ name, begunAt: now });

async function open(databaseUrl?: string) {
  store = await openStore({ databaseUrl }, pino({ level: 'silent' }));
  now = Date.parse('2026-11-28T10:00:00Z');
  return createSessions(store, { idleMinutes: 60, maxHours: 8, now: () => now });
}

function describeSessions(newDatabase: () => Promise<string | undefined>): void {
  test('last while they are used, and eight hours at most', async () => {
    const sessions = await open(await newDatabase());
    const id = await sessions.begin(jo, ofProvider());
    for (let used = 0; used < 9; used += 1) {
      expect(await sessions.find(id)).toEqual(jo);
      now += 50 * minute;
    }
    expect(await sessions.find(id)).toEqual(jo);
    now += 29 * minute;
    expect(await sessions.find(id)).toEqual(jo);
    now += minute;
    expect(await sessions.find(id)).toBeUndefined();
  });

  test('are read once for simultaneous calls, and again for later ones', async () => {
    const sessions = await open(await newDatabase());
    const [ofJo, ofAl] = [await sessions.begin(jo, ofProvider()), await sessions.begin(al, ofProvider())];
    const queries = vi.spyOn(store.db, 'executeQuery');
    const found = [sessions.find(ofJo), sessions.find(ofAl), sessions.find(ofJo)];
    expect(await Promise.all(found)).toEqual([jo, al, jo]);
    expect(queries).toHaveBeenCalledTimes(2);
    await sessions.end(ofJo);
    expect(await sessions.find(ofJo)).toBeUndefined();
  });

  test('end when nobody uses them for an hour', async () => {
    const sessions = await open(await newDatabase());
    const id = await sessions.begin(jo, ofProvider());
    now += 60 * minute;
    expect(await sessions.find(id)).toBeUndefined();
  });

  test('are removed once they have ended', async () => {
    const sessions = await open(await newDatabase());
    await sessions.begin(jo, ofProvider());
    now += 30 * minute;
    await sessions.begin(al, ofProvider());
    now += 30 * minute;
    await sessions.clean();
    const rows = await store.db.selectFrom('sessions').select('personId').execute();
    expect(rows).toEqual([{ personId: 'al' }]);
  });

  test('are ended one by one, by the provider’s name, or all for a person', async () => {
    const sessions = await open(await newDatabase());
    const begun = [
      await sessions.begin(jo, ofProvider('sid-1')),
      await sessions.begin(jo, ofProvider('sid-2')),
      await sessions.begin(jo, ofProvider('sid-3')),
      await sessions.begin(al, ofProvider('sid-4')),
    ];
    const names = async () =>
      (await Promise.all(begun.map((id) => sessions.find(id)))).map((person) => person?.id);
    await sessions.end(begun[0] ?? '');
    expect(await names()).toEqual([undefined, 'jo', 'jo', 'al']);
    await sessions.endOf('https://other.example', { providerSession: 'sid-2' }, now);
    await sessions.endOf(jo.issuer, { providerSession: 'sid-2' }, now);
    expect(await names()).toEqual([undefined, undefined, 'jo', 'al']);
    await sessions.endOf(jo.issuer, { personId: 'jo' }, now - 1);
    expect(await names()).toEqual([undefined, undefined, 'jo', 'al']);
    await sessions.endOf(jo.issuer, { personId: 'jo' }, now);
    expect(await names()).toEqual([undefined, undefined, undefined, 'al']);
  });

  test('are kept without the id that opens them', async () => {
    const sessions = await open(await newDatabase());
    const id = await sessions.begin(jo, ofProvider('sid'));
    const rows = await store.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(id);
    expect(rows[0]?.idHash).toBe(createHash('sha256').update(id).digest('hex'));
    expect(await sessions.find(rows[0]?.idHash ?? '')).toBeUndefined();
  });
}

describe('sessions in SQLite', () => {
  describeSessions(async () => undefined);
});

describePostgres('sessions', describeSessions);
