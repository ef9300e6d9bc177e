import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../logging.ts';
import { scanServiceKeys, type KeyScan } from './service-key-sources.ts';
import { createTenantRegistry, type TenantRegistry } from './tenants.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, captureLog } from '../testing/test-app.ts';

let folder: string;
let upstream: FakeUpstream;
let tenants: TenantRegistry;
let log = captureLog();
let onRefresh: () => void = () => {};
beforeEach(async () => {
  log = captureLog();
  folder = await mkdtemp(join(tmpdir(), 'service-keys-'));
  upstream = await startFakeUpstream();
  await writeKey('acme');
  tenants = await createTenantRegistry({
    scan: () => scanServiceKeys({ keysFolder: folder }),
    logger: createLogger('trace', log.stream),
    onRefresh: () => onRefresh(),
  });
});
afterEach(async () => {
  onRefresh = () => {};
  tenants.close();
  await upstream.close();
  await rm(folder, { recursive: true });
});

function writeKey(id: string, changes: Record<string, unknown> = {}): Promise<void> {
  const key = buildTestKey(upstream.url, { identityzone: id, identityzoneid: `${id}-zone`, ...changes });
  return writeFile(join(folder, `${id}.json`), JSON.stringify(key));
}

const ids = () => tenants.list().map(({ id }) => id);

/** Resolves after the first reading that ends with `condition`. */
function refreshedUntil(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    onRefresh = () => {
      if (condition()) resolve();
    };
  });
}

describe('a change of the folder is noticed by itself', () => {
  test('a new file, a renamed one and a removed one', async () => {
    const added = refreshedUntil(() => ids().includes('globex'));
    await writeKey('globex');
    await added;
    const renamed = refreshedUntil(() => ids().includes('initech'));
    await rename(join(folder, 'globex.json'), join(folder, 'initech.json'));
    await renamed;
    const removed = refreshedUntil(() => ids().length === 1);
    await rm(join(folder, 'initech.json'));
    await removed;
    expect(ids()).toEqual(['acme']);
  });
});

describe('refresh', () => {
  test('a changed key has new tokens, an unchanged one keeps its own', async () => {
    await writeKey('globex');
    await tenants.refresh();
    const before = tenants.list();
    await writeKey('globex', { clientsecret: 'rotated-secret' });
    await tenants.refresh();
    const after = tenants.list();
    expect(after.map((tenant, index) => tenant === before[index])).toEqual([true, false]);
    await after[1]?.tokens.token();
    expect(upstream.tokenRequests).toEqual([expect.stringContaining('rotated-secret')]);
  });

  test('a broken file is named once in the log and as a problem, and others stay', async () => {
    await writeFile(join(folder, 'globex.json'), '{"clientsecret":"planted');
    await tenants.refresh();
    await tenants.refresh();
    expect(ids()).toEqual(['acme']);
    expect(tenants.problems()).toMatchObject([{ source: 'globex.json' }]);
    expect(log.text().match(/globex\.json/g)).toHaveLength(1);
    expect(log.text()).not.toContain('planted');
    await writeKey('globex');
    await tenants.refresh();
    expect([ids(), tenants.problems()]).toEqual([['acme', 'globex'], []]);
  });

  test('a call during a reading waits for a reading that began after it', async () => {
    const waiting: ((scan: KeyScan) => void)[] = [];
    const scan: KeyScan = { configured: true, keys: [], problems: [], folders: [] };
    const scans = [Promise.resolve(scan)];
    const slow = await createTenantRegistry({
      scan: () => scans.pop() ?? new Promise((resolve) => waiting.push(resolve)),
      logger: createLogger('silent', log.stream),
    });
    const first = slow.refresh();
    const second = slow.refresh();
    const third = slow.refresh();
    const problem = { source: 'late', message: 'seen by the second reading only' };
    waiting[0]?.(scan);
    await first;
    expect(slow.problems()).toEqual([]);
    await Promise.resolve();
    waiting[1]?.({ ...scan, problems: [problem] });
    await Promise.all([second, third]);
    expect([slow.problems(), waiting.length]).toEqual([[problem], 2]);
  });

  test('plain http is warned about where it is not loopback', async () => {
    expect(log.text()).toBe('');
    await writeKey('remote', { serviceurls: { AI_API_URL: 'http://api.example' } });
    await tenants.refresh();
    expect(log.text()).toContain('plain http');
  });
});

describe('through the gateway', () => {
  test('a key that was added just now serves its first request', async () => {
    const app = await buildTestApp(tenants);
    await writeKey('globex');
    const answer = await app.inject({ url: '/api/tenants/globex/v2/admin/tenantInfo' });
    expect(answer.statusCode).toBe(200);
    await app.close();
  });

  test('a key that was rotated serves at the latest after the first refusal', async () => {
    const unwatched = await createTenantRegistry({
      scan: async () => ({ ...(await scanServiceKeys({ keysFolder: folder })), folders: [] }),
      logger: createLogger('trace', log.stream),
    });
    const app = await buildTestApp(unwatched);
    upstream.answerToken = ({ body }, response) =>
      body.includes('rotated-secret')
        ? sendJson(response, 200, { access_token: 'rotated-token', expires_in: 3600 })
        : sendJson(response, 401, {});
    await app.inject({ url: '/api/tenants/acme/v2/admin/tenantInfo' });
    await writeKey('acme', { clientsecret: 'rotated-secret' });
    await app.inject({ url: '/api/tenants/acme/v2/admin/tenantInfo' });
    const answer = await app.inject({ url: '/api/tenants/acme/v2/admin/tenantInfo' });
    expect(answer.statusCode).toBe(200);
    await app.close();
  });

  test('config.json names connections and problems, and nothing secret', async () => {
    const app = await buildTestApp(tenants);
    const region = 'https://api.ai.prod.eu-central-1.aws.ml.hana.ondemand.com';
    await writeKey('globex', { identityzone: undefined, serviceurls: { AI_API_URL: region } });
    await writeFile(join(folder, 'broken.json'), 'planted');
    const answer = await app.inject({ url: '/config.json' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({
      connections: [
        {
          id: 'acme',
          label: 'acme',
          baseUrl: '/api/tenants/acme',
          auth: 'proxy',
          host: new URL(upstream.url).host,
        },
        {
          id: 'globex',
          label: 'test-app',
          baseUrl: '/api/tenants/globex',
          auth: 'proxy',
          host: new URL(region).host,
          region: 'prod.eu-central-1.aws',
        },
      ],
      problems: [
        { source: 'broken.json', message: 'This service key cannot be used: it is not valid JSON.' },
      ],
    });
    expect(answer.body).not.toMatch(/planted|test-client|zone/);
    await app.close();
  });
});
