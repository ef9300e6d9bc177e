import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noProxy } from '../forwarding/dispatcher.ts';
import { buildTestKey, readPort, sendJson, startFakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, captureLog, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { describeStores, openTestSqlite, type TestStore } from '../testing/test-stores.ts';
import { sendExpiryNotice } from './expiry-notice.ts';
import type { Expiry } from './expiries.ts';
import { createSecretNotes, type SecretNote } from './secret-notes.ts';

const accessFile = new URL('../audit/testing/access.yaml', import.meta.url).pathname;
const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const upstream = await startFakeUpstream();
afterAll(() => upstream.close());

interface Call {
  groups?: string;
  user?: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  url: string;
  body?: unknown;
}

/** The memory is the same in both databases. */
function describeNotes(openTestStore: () => Promise<TestStore>): void {
  let opened: TestStore;
  let app: FastifyInstance;
  beforeEach(async () => {
    upstream.answer = (_request, response) => sendJson(response, 202, { message: 'ok' });
    opened = await openTestStore();
    const keys = {
      acme: buildTestKey(upstream.url),
      globex: buildTestKey(upstream.url, { identityzoneid: 'g' }),
    };
    app = await buildTestApp(await openTestTenants(keys), {
      store: opened.store,
      ...headerSignIn,
      accessFile,
    });
  });
  afterEach(async () => {
    await app.close();
    await opened.remove();
  });

  const call = ({ groups = 'admins', user = 'Jo', method = 'GET', url, body }: Call) =>
    app.inject({
      method,
      url,
      headers: {
        'x-user': user.toLowerCase(),
        'x-name': user,
        'x-groups': groups,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const write = (method: 'POST' | 'PATCH' | 'DELETE', name: string, { user = 'Jo', tenant = 'acme' } = {}) =>
    call({
      user,
      method,
      url: `/api/tenants/${tenant}/v2/admin/dockerRegistrySecrets${method === 'POST' ? '' : `/${name}`}`,
      ...(method !== 'DELETE' && {
        body: {
          name,
          data: {
            '.dockerconfigjson': JSON.stringify({
              auths: { 'ghcr.io': { username: 'octo', password: 'invented' } },
            }),
          },
        },
      }),
    });
  const put = (name: string, body: unknown, groups = 'admins') =>
    call({ method: 'PUT', url: `/api/tenants/acme/secret-notes/${name}`, body, groups });
  const readNotes = async () =>
    (await call({ url: '/api/tenants/acme/secret-notes' })).json<{ notes: SecretNote[] }>().notes;

  test('knows who registered and rotated what, and nothing of what was deleted', async () => {
    await write('POST', 'docker-hub');
    await write('PATCH', 'docker-hub', { user: 'Sofia' });
    await write('POST', 'gone');
    await write('DELETE', 'gone');
    upstream.answer = (_request, response) =>
      sendJson(response, 500, { error: { code: 'x', message: 'no', requestId: 'r' } });
    await write('POST', 'failed');
    await write('DELETE', 'docker-hub');
    expect(await readNotes()).toMatchObject([
      {
        name: 'docker-hub',
        registries: [{ host: 'ghcr.io', username: 'octo' }],
        registeredBy: 'Jo',
        rotatedBy: 'Sofia',
        version: 2,
      },
    ]);
  });

  test('keeps what editors say, also of secrets made elsewhere; a rotation takes the old end away', async () => {
    await put('elsewhere', {
      note: 'Of the vision team',
      expiresAt: '2027-03-31',
      registries: [{ host: 'quay.io' }],
    });
    expect(await readNotes()).toMatchObject([
      { name: 'elsewhere', note: 'Of the vision team', expiresAt: '2027-03-31', updatedBy: 'Jo' },
    ]);
    await write('PATCH', 'elsewhere');
    const [note] = await readNotes();
    expect([note?.note, note?.expiresAt]).toEqual(['Of the vision team', undefined]);
  });

  test('says who entered an end by hand, and not of one that came with the write', async () => {
    await write('POST', 'docker-hub');
    await put('docker-hub', { expiresAt: '2027-03-31', ofWrite: true });
    expect((await readNotes())[0]).not.toHaveProperty('detailsAt');
    await call({
      method: 'PUT',
      url: '/api/tenants/acme/secret-notes/docker-hub',
      body: { expiresAt: '2027-04-30' },
      user: 'Sofia',
    });
    const [note] = await readNotes();
    expect([note?.detailsBy, note?.registeredBy]).toEqual(['Sofia', 'Jo']);
    await write('POST', 'docker-hub');
    expect((await readNotes())[0]).not.toHaveProperty('detailsBy');
  });

  test('is read in one answer of all tenants that one may see', async () => {
    await put('a', { note: 'of acme' });
    await call({ method: 'PUT', url: '/api/tenants/globex/secret-notes/b', body: { note: 'of globex' } });
    const list = async (groups: string) =>
      (await call({ url: '/api/secret-notes', groups }))
        .json<{ notes: SecretNote[] }>()
        .notes.map(({ tenant, name }) => [tenant, name]);
    expect(await list('admins')).toEqual([
      ['acme', 'a'],
      ['globex', 'b'],
    ]);
    expect(await list('acme-auditors')).toEqual([['acme', 'a']]);
    expect(await list('nobodies')).toEqual([]);
  });

  test('refuses viewers, a token in a note, and to overwrite what somebody has not seen', async () => {
    expect((await put('a1', { note: 'x' }, 'viewers')).statusCode).toBe(403);
    expect((await put('a1', { note: `the key is ${token}` })).json().error.code).toBe('NoteHoldsToken');
    expect((await put('a1', { expiresAt: 'soon' })).statusCode).toBe(400);
    expect((await put('a1', { note: 'no \0 text' })).statusCode).toBe(400);
    const nobodys = {
      method: 'PUT',
      url: '/api/tenants/nonsuch/secret-notes/a1',
      body: { note: 'x' },
    } as const;
    expect((await call(nobodys)).json().error.code).toBe('UnknownTenant');
    expect((await put('a1', { note: 'first', version: 0 })).statusCode).toBe(200);
    expect((await put('a1', { note: 'late', version: 0 })).json().error.code).toBe('NoteChanged');
    await put('a1', { registries: [{ host: 'ghcr.io', username: token }] });
    expect(await readNotes()).toMatchObject([{ note: 'first', registries: [{ host: 'ghcr.io' }] }]);
    expect(opened.dump().includes(token)).toBe(false);
  });

  test('takes over what a browser remembered, and changes nothing that is known', async () => {
    await write('POST', 'known');
    const notes = ['known', 'old'].map((name) => ({
      name,
      registries: [{ host: 'old.example' }],
      registeredAt: '2025-01-01T00:00:00.000Z',
      expiresAt: '+062178-08-08T17:46:40.000Z',
    }));
    const answer = await call({ method: 'POST', url: '/api/tenants/acme/secret-notes', body: { notes } });
    expect(answer.json()).toEqual({ taken: 1 });
    expect((await readNotes()).map(({ name, registries }) => [name, registries[0]?.host])).toEqual([
      ['known', 'ghcr.io'],
      ['old', 'old.example'],
    ]);
  });

  test('keeps so many notes of a tenant that nobody else feels them', async () => {
    const long = Array.from({ length: 200 }, (_, index) => ({
      host: `${'a'.repeat(300)}.r${index}.example`,
    }));
    expect((await put('long', { registries: long })).statusCode).toBe(400);
    const row = { tenant: 'acme', resource: 'dockerRegistrySecrets', registries: '[]', version: 1 };
    const rows = Array.from({ length: 999 }, (_, index) => ({ ...row, name: `n-${index}`, note: 'a' }));
    await opened.store.db
      .insertInto('secretNotes')
      .values(rows.map((one) => ({ ...one, updatedAt: inDays(0) })))
      .execute();
    const notes = ['one', 'two'].map((name) => ({ name, registries: [] }));
    const url = '/api/tenants/acme/secret-notes';
    const taken = await call({ method: 'POST', url, body: { notes } });
    expect(taken.json()).toEqual({ taken: 1 });
    const more = await put('more', { note: 'a' });
    expect([more.statusCode, more.json<{ error: { message: string } }>().error.message]).toEqual([
      400,
      expect.stringContaining('1000 secrets'),
    ]);
    expect((await put('n-1', { note: 'b' })).statusCode).toBe(200);
  });

  test('lists what ends in the tenants that one may see, and who rotated it last', async () => {
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

  test('is a calendar for whoever has a key, until it is withdrawn', async () => {
    await put('soon', { expiresAt: '2026-12-24' });
    await call({
      method: 'PUT',
      url: '/api/tenants/globex/secret-notes/x',
      body: { expiresAt: '2026-12-28' },
    });
    const made = await call({ method: 'POST', url: '/api/calendar-keys', body: {}, groups: 'acme-auditors' });
    const { id, path } = made.json<{ id: string; path: string }>();
    const calendar = await app.inject({ url: path });
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(calendar.body).toContain('DTSTART;VALUE=DATE:20261224');
    expect(calendar.body).toContain('soon ends');
    expect(calendar.body).not.toContain('20261228');
    expect(opened.dump().includes(path.split('=')[1] ?? '')).toBe(false);
    expect((await app.inject({ url: '/calendar.ics?key=other' })).statusCode).toBe(404);
    const other = await call({ method: 'DELETE', url: `/api/calendar-keys/${id}`, user: 'Sofia' });
    expect(other.statusCode).toBe(404);
    expect((await call({ method: 'DELETE', url: `/api/calendar-keys/${id}` })).statusCode).toBe(204);
    expect((await app.inject({ url: path })).statusCode).toBe(404);
  });

  test('a calendar has the rights that its owner has now, and ends when nobody has seen them for long', async () => {
    await put('soon', { expiresAt: '2026-12-24' });
    const made = await call({ method: 'POST', url: '/api/calendar-keys', body: {} });
    const { path } = made.json<{ path: string }>();
    const read = async () => (await app.inject({ url: path })).body;
    expect(await read()).toContain('soon ends');
    await call({ url: '/config.json', user: 'Mo', groups: 'none' });
    expect(await read()).toContain('soon ends');
    await call({ url: '/config.json', groups: 'none' });
    await vi.waitFor(async () => expect(await read()).not.toContain('soon ends'));
    const seen = opened.store.db.updateTable('calendarKeys');
    await seen.set({ seenAt: inDays(-91) }).execute();
    expect((await app.inject({ url: path })).statusCode).toBe(404);
    await seen.set({ seenAt: inDays(-89) }).execute();
    expect((await app.inject({ url: path })).statusCode).toBe(200);
  });

  test('two gateways tell a receiver once a day, and again where it did not take it', async () => {
    const received: { text: string }[] = [];
    let status = 500;
    const receiver = createServer((message, response) => {
      void text(message).then((body) => {
        if (status === 200) received.push(JSON.parse(body));
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const expiries = { listFor: async () => [], listAll: async () => ending };
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
      store: opened.store,
      expiries,
      url: `http://127.0.0.1:${readPort(receiver.address())}/hook`,
      proxy: noProxy,
      logger: pino({ level: 'silent' }),
    };
    const now = new Date('2026-11-28T10:00:00Z');
    await expect(sendExpiryNotice(options, now)).rejects.toThrow('did not take');
    status = 200;
    const sent = await Promise.all([sendExpiryNotice(options, now), sendExpiryNotice(options, now)]);
    expect(sent.toSorted()).toEqual([false, true]);
    expect(await sendExpiryNotice(options, new Date('2026-11-29T00:00:00Z'))).toBe(true);
    receiver.close();
    expect(received).toHaveLength(2);
    expect(received[0]?.text).toBe(
      '1 registry secret ends within 14 days, or earlier:\n• docker-hub in Acme !channelx(https://evil.example): ends in 5 days, 2026-12-03, last changed by Jo',
    );
  });
}

test('where the receiver cannot be told, the log says so and not where it is', async () => {
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
  await vi.waitFor(() => expect(log.text()).toContain('was not sent'));
  expect(upstream.received.at(-1)?.url).toBe('/planted-path?planted-key');
  expect(log.text()).not.toMatch(/planted-(?:path|key|answer)/);
  await app.close();
  await opened.remove();
});

describeStores('the memory of secrets', describeNotes);
