import { setTimeout } from 'node:timers/promises';
import { createServer } from 'node:https';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listen } from '../testing/listen.ts';
import { noProxy } from '../forwarding/dispatcher.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import type { ResolvedAddress } from './addresses.ts';
import { CheckSession } from './check-session.ts';
import { startFakeHosts, type FakeHosts } from './testing/fake-host.ts';

const credential = { username: 'planted-user', password: 'planted-password' };
const registry = 'registry.example.com';
const image = { repository: 'team/app', reference: '1.0' };

const named = (address: string): ResolvedAddress => ({ address, family: address.includes(':') ? 6 : 4 });
const unknown = async () => {
  throw Object.assign(new Error('planted'), { code: 'ENOTFOUND' });
};

/** Later than the turn of the event loop in which the request ends. */
const unknownLater = async () => {
  await setTimeout(20);
  return unknown();
};

let hosts: FakeHosts | undefined;
afterEach(async () => {
  await hosts?.close();
  hosts = undefined;
});

describe('a host', () => {
  test.each([
    ['127.0.0.1'],
    ['[::1]:5000'],
    ['2130706433'],
    ['0x7f.1'],
    ['169.254.169.254'],
    ['[::ffff:169.254.169.254]'],
    ['10.0.0.1:443'],
  ])('%s is refused without a connection', async (address) => {
    hosts = await startFakeHosts([registry]);
    const { body } = await hosts.post('/api/registry-checks', { registry: address, ...credential });
    expect(body).toMatchObject({ verdict: 'unreachable', reason: 'address-refused', step: 'reach' });
    expect(hosts.tunnels).toEqual([]);
  });

  test.each([[['10.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['8.8.8.8', '::1']]])(
    'with the addresses %j is refused, and the credential stays here',
    async (addresses) => {
      hosts = await startFakeHosts([registry], { resolve: async () => addresses.map((one) => named(one)) });
      const { body } = await hosts.post('/api/registry-checks', { registry, ...credential });
      expect([body.reason, hosts.tunnels]).toEqual(['address-refused', []]);
    },
  );

  test('that a registry names as its token server is checked like any other', async () => {
    hosts = await startFakeHosts([registry, 'auth.example.com'], {
      resolve: async (name) => [named(name === registry ? '8.8.8.8' : '169.254.169.254')],
    });
    hosts.answers = () => ({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="https://auth.example.com/token"' },
    });
    const { body } = await hosts.post('/api/registry-checks', { registry, ...credential });
    expect(body).toMatchObject({ verdict: 'unsure', reason: 'login-unreachable', step: 'login' });
    expect(hosts.tunnels.map(({ target }) => target)).toEqual([`${registry}:443`]);
  });

  test('that cannot be resolved is reported, unless a proxy server may know it', async () => {
    hosts = await startFakeHosts([registry], { resolve: unknown });
    hosts.answers = () => ({ status: 404 });
    expect((await hosts.post('/api/registry-checks', { registry, ...credential })).body.reason).toBe(
      'other-answer',
    );
    const session = new CheckSession(
      { proxy: noProxy, allowedHosts: [], resolve: unknown },
      AbortSignal.timeout(5000),
    );
    await expect(session.ask(new URL('https://registry.example.com/'))).rejects.toThrow('no-name');
  });

  test('whose lookup takes long is left to the proxy server, and the answer says so', async () => {
    hosts = await startFakeHosts([registry], { resolve: () => new Promise(() => undefined) });
    const { body } = await hosts.post('/api/registry-checks', { registry, ...credential });
    expect(body).toMatchObject({ reason: 'other-answer', byProxy: true });
    expect(hosts.tunnels).toHaveLength(1);
  });

  test('that is not public is refused even behind a proxy, and nothing is asked', async () => {
    hosts = await startFakeHosts([registry]);
    const { body } = await hosts.post('/api/registry-checks', { registry: '10.0.0.1', ...credential });
    expect([body.reason, body.byProxy, hosts.tunnels]).toEqual(['address-refused', undefined, []]);
  });

  test('is not asked without TLS, and not even looked up', async () => {
    const resolve = vi.fn<() => Promise<ResolvedAddress[]>>(async () => [named('8.8.8.8')]);
    const settings = { proxy: noProxy, allowedHosts: [], resolve };
    const session = new CheckSession(settings, AbortSignal.timeout(1000));
    await expect(session.ask(new URL('http://store.example.net/blob'))).rejects.toThrow('no-tls');
    expect(resolve).not.toHaveBeenCalled();
    await session.close();
  });

  test('is looked up once: the connection goes to the checked address', async () => {
    const authority = createTestAuthority();
    const server = createServer(
      authority.issue('pinned', { hosts: [`DNS:${registry}`] }),
      (_request, response) => response.writeHead(404).end(),
    );
    const port = await listen(server);
    let asked = 0;
    const session = new CheckSession(
      {
        proxy: noProxy,
        ca: authority.cert,
        allowedHosts: [`${registry}:${port}`],
        resolve: async () => {
          asked += 1;
          return [named('127.0.0.1')];
        },
      },
      AbortSignal.timeout(5000),
    );
    const url = new URL(`https://${registry}:${port}/`);
    expect([(await session.ask(url)).status, (await session.ask(url)).status, asked]).toEqual([404, 404, 1]);
    await session.close();
    server.closeAllConnections();
    server.close();
    authority.remove();
  });

  test.each([
    ['127.0.0.1:1', '127.0.0.1:1', 'connection-refused'],
    ['127.0.0.1', '127.0.0.1:1', 'connection-refused'],
    ['127.0.0.1:2', '127.0.0.1:1', 'address-refused'],
  ])('that CHECK_ALLOW_HOSTS names (%s) is asked at %s', async (allowed, asked, reason) => {
    hosts = await startFakeHosts([registry], {
      allowedHosts: [allowed],
      resolve: async (name) => [named(name)],
    });
    const { body } = await hosts.post('/api/registry-checks', { registry: asked, ...credential });
    expect(body.reason).toBe(reason);
  });
});

describe('a request', () => {
  test.each([
    ['another page', { origin: 'https://evil.example' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('of %s is refused', async (_name, headers, status) => {
    hosts = await startFakeHosts([registry]);
    const answer = await hosts.post('/api/registry-checks', { registry, ...credential }, headers);
    expect([answer.status, hosts.calls]).toEqual([status, []]);
  });

  test.each([
    [{ registry, username: 'planted-user' }],
    [{ registry, username: '', password: 'planted' }],
    [{ registry: 'planted host', ...credential }],
    [{ registry: 'planted@registry.example.com', ...credential }],
    [{ registry, ...credential, images: [{ repository: '../../planted', reference: 'x' }] }],
    [{ registry, ...credential, images: [{ repository: 'team/app', reference: '../planted' }] }],
    [{ registry, ...credential, images: Array.from({ length: 11 }, () => image) }],
    [{ registry, username: 'x', password: 'planted'.repeat(3000) }],
  ])('%# that is invalid is refused, and quoted nowhere', async (body) => {
    hosts = await startFakeHosts([registry]);
    const answer = await hosts.post('/api/registry-checks', body);
    expect([answer.status, hosts.calls]).toEqual([400, []]);
    expect(`${answer.text}${hosts.log.text()}`).not.toContain('planted');
  });

  test.each([
    'http://git.example.com/x',
    'https://planted:planted@git.example.com/x',
    'ssh://git@x/y',
    'https://x/y?planted',
    'https://x/y?',
    'https://x/y#',
  ])('for the repository %s is refused, and quoted nowhere', async (url) => {
    hosts = await startFakeHosts([registry]);
    const answer = await hosts.post('/api/repository-checks', { url, ...credential });
    expect(answer.status).toBe(400);
    expect(`${answer.text}${hosts.log.text()}`).not.toContain('planted');
  });

  test('beyond the limit is refused until a minute has passed', async () => {
    hosts = await startFakeHosts([registry], {
      limits: { perMinute: 1, perMinuteAndHost: 1, atOncePerCaller: 5, atOnce: 5 },
    });
    expect((await hosts.post('/api/registry-checks', { registry, ...credential })).status).toBe(200);
    const refused = await hosts.post('/api/registry-checks', { registry, ...credential });
    expect([refused.status, refused.body.error.code, hosts.calls.length]).toEqual([429, 'TooManyChecks', 1]);
  });

  test('ends in time, whatever the host does', async () => {
    hosts = await startFakeHosts([registry], { timeoutMs: 100, resolve: () => new Promise(() => undefined) });
    const { body } = await hosts.post('/api/registry-checks', { registry, ...credential });
    expect(body).toMatchObject({ verdict: 'unreachable', reason: 'timeout', step: 'reach' });
  });
});

describe('at the lowest log level neither the log nor the answer contains the credential', () => {
  test.each([
    [
      'rejected, and quoted by the registry',
      {
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="planted-realm"', 'x-planted': 'planted' },
        body: { errors: [{ code: 'planted', message: 'planted-password' }] },
      },
    ],
    ['quoted in a redirect', { status: 302, headers: { location: 'https://planted-password.example' } }],
    ['quoted in a page', { status: 200, headers: { 'content-type': 'text/html' }, body: 'planted-password' }],
    ['no answer', undefined],
    [
      'an answer that cannot be read',
      { status: 200, headers: { 'content-length': '5' }, body: 'planted-password' },
    ],
  ])('%s', async (_name, answer) => {
    hosts = await startFakeHosts([registry]);
    hosts.answers = () => answer;
    const checked = await hosts.post('/api/registry-checks', { registry, ...credential });
    const read = await hosts.post('/api/repository-checks', { url: `https://${registry}/x`, ...credential });
    const sent = btoa('planted-user:planted-password');
    for (const text of [hosts.log.text(), checked.text, read.text]) {
      expect(text).not.toContain('planted');
      expect(text).not.toContain(sent);
    }
    expect(hosts.log.text()).toContain('/api/registry-checks');
  });
});

test('over a real connection, a check continues until its answer', async () => {
  const app = await buildTestApp(await openTestTenants({}), {
    checks: { allowedHosts: [], resolve: unknownLater },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${url}/api/registry-checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ registry, ...credential }),
  });
  expect(await answer.json()).toMatchObject({ verdict: 'unreachable', reason: 'no-name' });
  await app.close();
});

test.each([
  [undefined, undefined, 404],
  [{ allowedHosts: [] }, true, 400],
])('/config.json says whether there are checks: %j', async (checks, offered, status) => {
  const app = await buildTestApp(await openTestTenants({}), { checks });
  expect((await app.inject('/config.json')).json().checks).toBe(offered);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/registry-checks',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.statusCode).toBe(status);
  await app.close();
});
