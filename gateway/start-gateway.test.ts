import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listen } from './testing/listen.ts';
import { startGateway } from './start-gateway.ts';
import { buildTestKey, startFakeUpstream } from './testing/fake-upstream.ts';
import { freePort } from './testing/free-port.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'console-data-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));
const env = { PORT: '0', LOG_LEVEL: 'silent', CONSOLE_DATA_DIR: dataFolder };

async function startWithDemo(changes: Record<string, string | undefined> = {}, distFolder?: string) {
  const upstream = await startFakeUpstream();
  const calls: string[] = [];
  const startDemo = async () => {
    calls.push('started');
    const serviceKeys = [{ tenantId: 'demo-1', label: 'Demo one', serviceKey: buildTestKey(upstream.url) }];
    return {
      serviceKeys,
      close: async () => {
        await setImmediate();
        calls.push('closed');
      },
    };
  };
  const starting = startGateway({ ...env, ...changes }, { startDemo, distFolder });
  return { starting, calls, upstream };
}

describe('startGateway', () => {
  test('shows the demo if nothing is configured, and closes it too', async () => {
    const { starting, calls, upstream } = await startWithDemo();
    const gateway = await starting;
    expect(gateway.summary).toBe('demo: 1 tenant');
    const config = await fetch(`${gateway.url}/config.json`);
    expect(await config.json()).toMatchObject({
      connections: [{ id: 'demo-1', label: 'Demo one', demo: true }],
    });
    await gateway.close();
    expect(calls).toEqual(['started', 'closed']);
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow('fetch failed');
    await upstream.close();
  });

  test('a second close waits for the first', async () => {
    const { starting, calls, upstream } = await startWithDemo();
    const gateway = await starting;
    void gateway.close();
    await gateway.close();
    expect(calls).toEqual(['started', 'closed']);
    await upstream.close();
  });

  test('stores nothing for a demo, and for a tenant stores it in the configured folder', async () => {
    const before = existsSync('data');
    const { starting, upstream } = await startWithDemo({ CONSOLE_DATA_DIR: '' });
    await (await starting).close();
    expect(existsSync('data')).toBe(before);
    const folder = join(dataFolder, 'of-a-tenant');
    const key = JSON.stringify(buildTestKey('http://127.0.0.1:9'));
    const second = await startWithDemo({ CONSOLE_DATA_DIR: folder, AICORE_SERVICE_KEY: key });
    await (await second.starting).close();
    expect(existsSync(join(folder, 'console.sqlite'))).toBe(true);
    await Promise.all([upstream.close(), second.upstream.close()]);
  });

  test.each([
    [{ AICORE_SERVICE_KEY: JSON.stringify(buildTestKey('http://127.0.0.1:9')) }, '1 tenant'],
    [{ VCAP_SERVICES: JSON.stringify({ aicore: [{ credentials: {} }] }) }, '0 tenants'],
  ])('shows no demo with %j', async (changes, summary) => {
    const { starting, calls, upstream } = await startWithDemo(changes);
    const gateway = await starting;
    const answer = await fetch(`${gateway.url}/config.json`);
    expect([gateway.summary, calls, (await answer.text()).includes('demo')]).toEqual([summary, [], false]);
    await gateway.close();
    await upstream.close();
  });

  test('a demo is closed again when the gateway cannot listen', async () => {
    const { starting, calls, upstream } = await startWithDemo({ HOST: '192.0.2.1', CONSOLE_AUTH: 'off' });
    await expect(starting).rejects.toThrow('HOST 192.0.2.1 is not an address of this machine.');
    expect(calls).toEqual(['started', 'closed']);
    await upstream.close();
  });

  test.each([
    ['that cannot listen', undefined, /is in use/],
    ['without a page', '/nonexistent/console', /no built console/],
  ])(
    'a start %s leaves nothing open that would keep its process alive',
    async (_what, distFolder, reason) => {
      const [taken, next] = [createServer(), createServer()];
      const PORT = String(await listen(taken));
      const METRICS_PORT = String(await freePort());
      const { starting, calls, upstream } = await startWithDemo({ PORT, METRICS_PORT }, distFolder);
      await expect(starting).rejects.toThrow(reason);
      expect(calls).toEqual(['started', 'closed']);
      await listen(next, Number(METRICS_PORT));
      for (const server of [next, taken]) server.close();
      await upstream.close();
    },
  );

  test('counts its token requests, for a demo and for a tenant', async () => {
    const ofTenant = await startFakeUpstream();
    const METRICS_TOKEN = 'a-token-of-prometheus';
    for (const changes of [{}, { AICORE_SERVICE_KEY: JSON.stringify(buildTestKey(ofTenant.url)) }]) {
      const { starting, upstream } = await startWithDemo({ METRICS_TOKEN, ...changes });
      const gateway = await starting;
      const config = await (await fetch(`${gateway.url}/config.json`)).text();
      const [, baseUrl = ''] = /"baseUrl":"([^"]+)"/.exec(config) ?? [];
      await fetch(`${gateway.url}${baseUrl}/v2/admin/dockerRegistrySecrets`);
      const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
      const metrics = await (await fetch(`${gateway.url}/metrics`, { headers })).text();
      expect(metrics).toContain('console_token_requests_total{outcome="issued"} 1');
      await gateway.close();
      await upstream.close();
    }
    await ofTenant.close();
  });

  test('without a built console it serves the API alone', async () => {
    const { starting, upstream } = await startWithDemo();
    const gateway = await starting;
    const page = await fetch(`${gateway.url}/demo-1/docker-registry-secrets`);
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    expect((await fetch(`${gateway.url}/api/tenants/demo-1/v2/admin/tenantInfo`)).status).toBe(200);
    await gateway.close();
    await upstream.close();
  });

  test('an IPv6 address is written as one', async () => {
    const { starting, upstream } = await startWithDemo({ HOST: '::1' });
    const gateway = await starting;
    expect(gateway.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetch(`${gateway.url}/config.json`)).status).toBe(200);
    await gateway.close();
    await upstream.close();
  });
});
