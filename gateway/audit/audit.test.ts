import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sendJson } from '../testing/fake-upstream.ts';
import { describeStores } from '../testing/test-stores.ts';
import { upstream } from '../testing/use-gateway.ts';
import { createAuditLog } from './audit-log.ts';
import { secrets, useAudit } from './testing/use-audit.ts';

/** Dates are relative to now, because the gateway itself removes old events whenever a test runs. */
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString();

describeStores('the audit log', (openTestStore) => {
  const { opened, call, readEvents, readOutcomes, register } = useAudit(openTestStore);

  test('says who did what to which secret, from where and how it ended', async () => {
    await register('docker-hub');
    const { events } = await readEvents();
    expect(events).toEqual([
      {
        id: expect.any(Number),
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        // AI Core knows the call by this id too.
        requestId: upstream.received[0]?.headers['x-request-id'],
        action: 'create',
        outcome: 'done',
        actor: { id: 'jo-1', name: 'Jo', issuer: 'proxy', groups: ['admins'] },
        address: '127.0.0.1',
        tenant: 'acme',
        resource: 'dockerRegistrySecrets',
        name: 'docker-hub',
        subject: { registries: [{ host: 'ghcr.io', username: 'octo' }] },
        status: 202,
        aiCoreRequestId: 'ai-core-1',
        durationMs: expect.any(Number),
      },
    ]);
  });

  test('is in the store as begun before the call is sent', async () => {
    let before: unknown;
    upstream.answer = (_request, response) => {
      void opened()
        .store.db.selectFrom('auditEvents')
        .select('outcome')
        .execute()
        .then((rows) => {
          before = rows;
          sendJson(response, 202, { message: 'ok' });
        });
    };
    await register('docker-hub');
    expect(before).toEqual([{ outcome: 'begun' }]);
  });

  test('a call that cannot be logged is not made', async () => {
    await opened().store.db.schema.dropTable('auditEvents').execute();
    const answer = await register('docker-hub');
    expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'AuditUnavailable']);
    expect(upstream.received).toEqual([]);
    expect((await call({ url: secrets })).statusCode).toBe(202);
  });

  test('a store that fails during a call gets the end of it later', async () => {
    const { schema } = opened().store.db;
    upstream.answer = (_request, response) => {
      void schema
        .alterTable('auditEvents')
        .renameTo('gone')
        .execute()
        .then(() => sendJson(response, 202, { message: 'ok' }));
    };
    expect((await register('docker-hub')).statusCode).toBe(202);
    await schema.alterTable('gone').renameTo('auditEvents').execute();
    await expect.poll(() => readOutcomes('')).toEqual([['docker-hub', 'done']]);
  });

  test('a store that has lost a call gets all of it again, and does not change the event with its id', async () => {
    upstream.answer = (_request, response) => {
      void sql`update audit_events set request_id = 'another', name = 'another'`
        .execute(opened().store.db)
        .then(() => sendJson(response, 202, { message: 'ok' }));
    };
    await register('docker-hub');
    expect(await readOutcomes('')).toEqual([
      ['docker-hub', 'done'],
      ['another', 'begun'],
    ]);
    expect((await readEvents('?name=docker-hub')).events).toMatchObject([
      { actor: { name: 'Jo' }, tenant: 'acme', status: 202 },
    ]);
  });

  test('an end that is written twice, because the first answer was lost, is one event', async () => {
    const log = createAuditLog(opened().store);
    const time = new Date().toISOString();
    const event = { requestId: 'r', action: 'delete', tenant: 'acme', name: 'once', time } as const;
    const id = await log.write({ ...event, outcome: 'begun' });
    for (const _ of ['first', 'again']) await log.end(id, { ...event, outcome: 'done', status: 202 });
    expect(await readOutcomes('')).toEqual([['once', 'done']]);
  });

  test.each([
    [{ status: 400, code: 'x' }, 'failed'],
    [{ status: 500, code: 'x' }, 'failed'],
    [{ status: 504, code: 'x' }, 'unknown'],
  ])('the answer %j of AI Core means %s', async ({ status, code }, outcome) => {
    upstream.answer = (_request, response) =>
      sendJson(response, status, { error: { code, message: 'no', requestId: 'ai-core-2' } });
    await register('docker-hub');
    expect((await readEvents()).events).toMatchObject([{ outcome, status, aiCoreRequestId: 'ai-core-2' }]);
  });

  test('a lost answer and a crashed gateway leave an unknown outcome', async () => {
    upstream.answer = (_request, response) => response.destroy();
    await register('lost');
    const log = createAuditLog(opened().store);
    const event = { requestId: 'r', action: 'delete', outcome: 'begun', tenant: 'acme' } as const;
    await log.write({ ...event, name: 'dead', time: daysAgo(60) });
    await log.write({ ...event, name: 'going-on', time: new Date().toISOString() });
    expect(await readOutcomes('')).toEqual([
      ['going-on', 'begun'],
      ['dead', 'unknown'],
      ['lost', 'unknown'],
    ]);
    expect(await readOutcomes('?outcome=unknown')).toEqual([
      ['dead', 'unknown'],
      ['lost', 'unknown'],
    ]);
    expect(await readOutcomes('?outcome=begun')).toEqual([['going-on', 'begun']]);
  });

  test('a refusal is logged too, and plain reading is not', async () => {
    await call({ url: secrets });
    await call({ url: secrets, method: 'POST', groups: 'viewers', body: { name: 'docker-hub' } });
    await call({ url: '/api/tenants/globex/v2/admin/dockerRegistrySecrets', groups: 'acme-auditors' });
    expect(upstream.received).toHaveLength(1);
    expect((await readEvents()).events).toMatchObject([
      { action: 'read', outcome: 'refused', status: 404, tenant: 'globex' },
      { action: 'create', outcome: 'refused', status: 403, tenant: 'acme' },
    ]);
  });

  test('is shown to editors and auditors for their tenants', async () => {
    await register('one');
    await register('two', 'globex');
    const names = async (groups: string) =>
      (await readEvents('', groups)).events.map(({ tenant, name }) => `${tenant} ${name}`);
    expect(await names('admins')).toEqual(['globex two', 'acme one']);
    expect(await names('acme-auditors')).toEqual(['acme one']);
    const denied = await call({ url: '/api/audit', groups: 'viewers' });
    expect([denied.statusCode, denied.json().error.code]).toEqual([403, 'AccessDenied']);
    expect((await call({ url: '/api/audit.csv', groups: 'viewers' })).statusCode).toBe(403);
    // A filter does not widen the access.
    expect((await readEvents('?tenant=globex', 'acme-auditors')).events).toEqual([]);
  });

  test('is filtered and read page by page, the newest first', async () => {
    for (const name of ['a1', 'a2', 'a3']) await register(name);
    await call({ method: 'DELETE', url: `${secrets}/a1` });
    const first = await readEvents('?limit=3');
    expect(first.events.map(({ action, name }) => [action, name])).toEqual([
      ['delete', 'a1'],
      ['create', 'a3'],
      ['create', 'a2'],
    ]);
    const rest = await readEvents(`?limit=3&cursor=${first.next}`);
    expect([rest.events.map(({ name }) => name), rest.next]).toEqual([['a1'], undefined]);
    const count = async (query: string) => (await readEvents(query)).events.length;
    expect(await count('?action=delete')).toBe(1);
    expect(await count('?action=delete,create&name=a1')).toBe(2);
    expect(await count('?user=JO')).toBe(4);
    expect(await count('?q=ACME')).toBe(4);
    expect(await count('?q=_')).toBe(0);
    expect(await count('?user=j%25')).toBe(0);
    expect(await count('?outcome=failed')).toBe(0);
    expect(await count('?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z')).toBe(0);
    expect(await count('?from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59-12:00')).toBe(4);
    expect((await call({ url: '/api/audit?from=yesterday' })).statusCode).toBe(400);
    expect((await call({ url: '/api/audit?q=%00' })).statusCode).toBe(400);
  });

  test.each(['Özgür Étoile', 'ÖZGÜR ÉTOILE', 'özgür étoile'])(
    'finds %s however it is typed',
    async (name) => {
      const actor = { id: 'o-1', name, issuer: 'proxy', groups: [] };
      const event = { requestId: 'r', time: daysAgo(1), action: 'delete', outcome: 'done', actor } as const;
      await createAuditLog(opened().store).write(event);
      for (const user of ['Özgür Étoile', 'ÖZGÜR', 'zgür é', 'özgür'])
        expect((await readEvents(`?user=${encodeURIComponent(user)}`)).events).toMatchObject([{ actor }]);
      expect((await readEvents(`?user=${encodeURIComponent('ozgur')}`)).events).toEqual([]);
    },
  );

  test('is exported as JSON, and as CSV in which a spreadsheet runs no formula', async () => {
    await register('a1');
    await createAuditLog(opened().store).write({
      requestId: 'r',
      time: daysAgo(60),
      action: 'delete',
      outcome: 'done',
      tenant: 'acme',
      actor: { id: '=cmd()', name: '=HYPERLINK("http://x")', issuer: 'proxy', groups: [] },
    });
    const csv = await call({ url: '/api/audit.csv' });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body.split('\r\n')).toHaveLength(4);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")","'=cmd()"`);
    expect(csv.body).toContain('"ghcr.io (octo)"');
    const json = await call({ url: '/api/audit.json?action=delete' });
    expect(json.json()).toMatchObject([{ action: 'delete' }]);
    expect((await call({ url: '/api/audit.json?action=check' })).json()).toEqual([]);
  });

  test('removes what is too old, in parts that block nobody', async () => {
    const parts: bigint[] = [];
    const db = opened().store.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.rows.length === 0) parts.push(result.numAffectedRows ?? 0n);
        return result;
      },
    });
    const log = createAuditLog({ ...opened().store, db });
    const event = { requestId: 'r', action: 'delete', outcome: 'done', tenant: 'acme' } as const;
    for (const _ of [1, 2, 3, 4, 5]) await log.write({ ...event, time: daysAgo(60) });
    await log.write({ ...event, time: daysAgo(20) });
    await log.clean(30, Date.now(), 2);
    expect(parts).toEqual([2n, 2n, 1n, 0n]);
    expect((await readEvents()).events).toHaveLength(1);
  });
});
