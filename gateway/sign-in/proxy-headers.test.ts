import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

async function start(trustedProxies: string[]): Promise<FastifyInstance> {
  app = await buildTestApp(await openTestTenants({}), {
    trustedProxies,
    signIn: {
      mode: 'header',
      user: 'X-Forwarded-User',
      name: 'X-Forwarded-Email',
      groups: 'X-Forwarded-Groups',
      signOutUrl: '/oauth2/sign_out',
    },
  });
  app.get('/who', async ({ person, ip }) => ({ person, ip }));
  return app;
}

const jo = {
  'x-forwarded-user': 'jo',
  'x-forwarded-email': 'jo@example.com',
  'x-forwarded-groups': 'platform-admins, vision',
};

async function askWho(server: FastifyInstance, headers: Record<string, string>, remoteAddress: string) {
  const response = await server.inject({ url: '/who', headers, remoteAddress });
  return { status: response.statusCode, body: response.json<unknown>() };
}

describe('the headers of a proxy', () => {
  test('say who somebody is', async () => {
    const { status, body } = await askWho(await start(['10.0.0.0/8']), jo, '10.0.0.7');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: { id: 'jo', name: 'jo@example.com', issuer: 'proxy', groups: ['platform-admins', 'vision'] },
    });
  });

  test('are believed only from a trusted proxy', async () => {
    const { status, body } = await askWho(await start(['10.0.0.0/8']), jo, '192.0.2.1');
    expect([status, body]).toMatchObject([401, { error: { code: 'SignInRequired' } }]);
  });

  test('name nobody without a user', async () => {
    const server = await start(['10.0.0.0/8']);
    expect((await askWho(server, { 'x-forwarded-groups': 'platform-admins' }, '10.0.0.7')).status).toBe(401);
    expect((await askWho(server, { 'x-forwarded-user': ' ' }, '10.0.0.7')).status).toBe(401);
  });

  test('name the same person whatever the capitals', async () => {
    const server = await start(['10.0.0.7']);
    for (const user of ['JO', 'Jo', 'jo'])
      expect((await askWho(server, { ...jo, 'x-forwarded-user': user }, '10.0.0.7')).body).toMatchObject({
        person: { id: 'jo' },
      });
    const { body } = await askWho(server, { 'x-forwarded-user': 'JO' }, '10.0.0.7');
    expect(body).toMatchObject({ person: { id: 'jo', name: 'JO' } });
  });

  test('may contain names in any language', async () => {
    const name = Buffer.from('Jörg Weiß').toString('latin1');
    const { body } = await askWho(
      await start(['10.0.0.7']),
      { ...jo, 'x-forwarded-email': name },
      '10.0.0.7',
    );
    expect(body).toMatchObject({ person: { name: 'Jörg Weiß' } });
  });

  test('tell where a call came from, if the proxy is trusted', async () => {
    const server = await start(['10.0.0.7']);
    const headers = { ...jo, 'x-forwarded-for': '198.51.100.9' };
    expect((await askWho(server, headers, '10.0.0.7')).body).toMatchObject({ ip: '198.51.100.9' });
    expect(JSON.stringify(await askWho(server, headers, '192.0.2.1'))).not.toContain('198.51.100.9');
  });

  test('that occur twice are not believed', async () => {
    const server = await start(['127.0.0.1']);
    const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    const ask = async (lines: string[]) => {
      const socket = connect(Number(url.port), '127.0.0.1');
      const head = ['GET /who HTTP/1.1', 'host: 127.0.0.1', 'connection: close', ...lines];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      return (await text(socket)).slice(0, 12);
    };
    expect(await ask(['x-forwarded-user: jo'])).toBe('HTTP/1.1 200');
    expect(await ask(['x-forwarded-user: admin', 'x-forwarded-user: jo'])).toBe('HTTP/1.1 401');
  });

  test('are required by a page, which says so', async () => {
    const server = await start(['10.0.0.7']);
    const headers = { accept: 'text/html' };
    const page = await server.inject({ url: '/acme/templates', headers, remoteAddress: '192.0.2.1' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    expect(page.body).toContain('through your organisation’s sign-in');
  });
});
