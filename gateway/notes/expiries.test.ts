import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { listen } from '../testing/listen.ts';
import { noProxy } from '../forwarding/dispatcher.ts';
import { buildTestKey, sendJson } from '../testing/fake-upstream.ts';
import { buildTestApp, captureLog, openTestTenants } from '../testing/test-app.ts';
import { describeStores, openTestSqlite } from '../testing/test-stores.ts';
import { upstream } from '../testing/use-gateway.ts';
import { sendExpiryNotice } from './expiry-notice.ts';
import type { Expiry } from './expiries.ts';
import { createSecretNotes } from './secret-notes.ts';
import { inDays, useNotes } from './testing/use-notes.ts';

describeStores('expiry dates', (openTestStore) => {
  const { app, opened, call, write, put } = useNotes(openTestStore);

  test('are listed for the visible tenants, with who rotated last', async () => {
    await write('POST', 'soon');
    await put('soon', { expiresAt: inDays(5) });
    await put('later', { expiresAt: inDays(60) });
    await call({ method: 'PUT', url: '/api/tenants/globex/secret-notes/x', body: { expiresAt: inDays(1) } });
    const list = async (groups: string, days: number) =>
      (await call({ url: `/api/expiries?days=${days}`, groups }))
        .json<{ expiries: Expiry[] }>()
        .expiries.map(({ tenant, name, changedBy }) => [tenant, name, changedBy]);
    expect(await list('admins', 90)).toEqual([
      ['globex', 'x', undefined],
      ['acme', 'soon', 'Jo'],
      ['acme', 'later', undefined],
    ]);
    expect(await list('acme-auditors', 14)).toEqual([['acme', 'soon', 'Jo']]);
  });

  test('are a calendar for the holder of a key, until it is withdrawn', async () => {
    await write('POST', 'soon');
    await put('soon', { expiresAt: '2026-12-24', note: 'Of the robot' });
    await call({
      method: 'PUT',
      url: '/api/tenants/globex/secret-notes/x',
      body: { expiresAt: '2026-12-28' },
    });
    const made = await call({ method: 'POST', url: '/api/calendar-keys', body: {}, groups: 'acme-auditors' });
    const { id, path } = made.json<{ id: string; path: string }>();
    const calendar = await app().inject({ url: path });
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(calendar.body).toContain('DTSTART;VALUE=DATE:20261224');
    expect(calendar.body).toContain('soon expires');
    expect(calendar.body).toContain(String.raw`DESCRIPTION:Registries: ghcr.io\nLast changed by Jo`);
    expect(calendar.body).not.toMatch(/20261228|octo|robot/);
    expect(
      opened()
        .dump()
        .includes(path.split('=')[1] ?? ''),
    ).toBe(false);
    expect((await app().inject({ url: '/calendar.ics?key=other' })).statusCode).toBe(404);
    const other = await call({ method: 'DELETE', url: `/api/calendar-keys/${id}`, user: 'Sofia' });
    expect(other.statusCode).toBe(404);
    expect((await call({ method: 'DELETE', url: `/api/calendar-keys/${id}` })).statusCode).toBe(204);
    expect((await app().inject({ url: path })).statusCode).toBe(404);
  });

  test('a calendar has its owner’s current rights, and ends when the owner has been away for long', async () => {
    await put('soon', { expiresAt: '2026-12-24' });
    const made = await call({ method: 'POST', url: '/api/calendar-keys', body: {} });
    const { path } = made.json<{ path: string }>();
    const read = async () => (await app().inject({ url: path })).body;
    expect(await read()).toContain('soon expires');
    await call({ url: '/config.json', user: 'Mo', groups: 'none' });
    expect(await read()).toContain('soon expires');
    await call({ url: '/config.json', groups: 'none' });
    await expect.poll(read).not.toContain('soon expires');
    const seen = opened().store.db.updateTable('calendarKeys');
    await seen.set({ seenAt: inDays(-91) }).execute();
    expect((await app().inject({ url: path })).statusCode).toBe(404);
    await seen.set({ seenAt: inDays(-89) }).execute();
    expect((await app().inject({ url: path })).statusCode).toBe(200);
  });

  test('two gateways send one message a day, and again if it was not accepted', async () => {
    const received: { text: string }[] = [];
    let status = 500;
    let isQuiet = false;
    const receiver = createServer((message, response) => {
      void text(message).then((body) => {
        if (status === 200) received.push(JSON.parse(body));
        response.writeHead(status).end();
      });
    });
    const port = await listen(receiver);
    const isTold = (days: number) => days === 14 && !isQuiet;
    const expiries = {
      listFor: async () => [],
      listAll: async (days: number) => (isTold(days) ? ending : []),
    };
    const ending: Expiry[] = [
      {
        tenant: 'acme',
        tenantLabel: 'Acme <!channel>\n\u202E[x](https://evil.example)',
        name: 'docker-hub',
        registries: [{ host: 'ghcr.io', username: 'octo' }],
        expiresAt: '2026-12-03T00:00:00.000Z',
        changedBy: 'Jo',
      },
    ];
    const options = {
      store: opened().store,
      expiries,
      url: `http://127.0.0.1:${port}/hook`,
      proxy: noProxy,
      logger: pino({ level: 'silent' }),
    };
    const now = new Date('2026-11-28T10:00:00Z');
    await expect(sendExpiryNotice(options, now)).rejects.toThrow('did not accept');
    status = 200;
    const sent = await Promise.all([sendExpiryNotice(options, now), sendExpiryNotice(options, now)]);
    expect(sent.toSorted()).toEqual([false, true]);
    expect(await sendExpiryNotice(options, new Date('2026-11-29T00:00:00Z'))).toBe(true);
    // The clock was a day ahead before.
    expect(await sendExpiryNotice(options, now)).toBe(false);
    isQuiet = true;
    expect(await sendExpiryNotice(options, new Date('2026-11-30T00:00:00Z'))).toBe(false);
    receiver.close();
    expect(received).toHaveLength(2);
    expect(received[0]?.text).toBe(
      '1 registry secret expired or expiring within 14 days:\n• docker-hub in Acme !channelx(https://evil.example): expires in 5 days, 2026-12-03, last changed by Jo',
    );
  });
});

test('if the message cannot be sent, the log says so without the address', async () => {
  const opened = await openTestSqlite();
  const edit = { at: inDays(0), by: 'Jo' };
  await createSecretNotes(opened.store).change(
    { tenant: 'acme', name: 'soon' },
    { expiresAt: inDays(3) },
    edit,
  );
  const log = captureLog();
  const changes = { store: opened.store, webhookUrl: `${upstream.url}/planted-path?planted-key` };
  upstream.answer = (_request, response) => sendJson(response, 500, { text: 'planted-answer' });
  const app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), changes, log);
  await app.ready();
  await expect.poll(() => log.text()).toContain('was not sent');
  expect(upstream.received.at(-1)?.url).toBe('/planted-path?planted-key');
  expect(log.text()).not.toMatch(/planted-(?:path|key|answer)/);
  await app.close();
  await opened.remove();
});
