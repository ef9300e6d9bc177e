import { expect, test } from 'vitest';
import { openMemoryStore } from '../store/sqlite.ts';
import { readAllEvents } from './audit-query.ts';

test('an export lets others be answered between its pages', async () => {
  const db = await openMemoryStore();
  const event = {
    time: '2026-01-01T00:00:00.000Z',
    requestId: 'a',
    action: 'create',
    outcome: 'done',
    actorGroups: '[]',
  };
  for (let page = 0; page < 8; page += 1)
    await db
      .insertInto('auditEvents')
      .values(Array.from({ length: 500 }, () => event))
      .execute();
  let turns = 0;
  const turn = () => {
    turns += 1;
    if (turns < 100) setImmediate(turn);
  };
  setImmediate(turn);
  let events = 0;
  for await (const _ of readAllEvents(db, { scope: 'all', filter: {} })) events += 1;
  expect(events).toBe(4000);
  expect(turns).toBeGreaterThanOrEqual(3);
  turns = 100;
  await db.destroy();
});
