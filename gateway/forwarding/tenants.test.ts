import { X509Certificate } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../operations/logging.ts';
import { buildScan, type KeyScan } from '../service-keys/key-scan.ts';
import { scanServiceKeys } from '../service-keys/service-key-sources.ts';
import { createTenantRegistry, type TenantRegistry } from './tenants.ts';
import { buildTestKey, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';
import { buildTestApp, captureLog, openTestTenants } from '../testing/test-app.ts';

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

/** Resolves after the first reading after which `condition` holds. */
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

  test('also if the file system reports none', async () => {
    let readings = 0;
    let unwatched: TenantRegistry | undefined;
    await new Promise<void>((resolve) => {
      const scan = async () => {
        readings += 1;
        if (readings === 3) resolve();
        return buildScan();
      };
      void createTenantRegistry({ scan, logger: createLogger('silent', log.stream), rereadMs: 10 }).then(
        (registry) => {
          unwatched = registry;
        },
      );
    });
    expect(readings).toBeGreaterThanOrEqual(3);
    unwatched?.close();
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

  test('while a file is being rewritten, the key that was read before stays in use', async () => {
    const [before] = tenants.list();
    await writeFile(join(folder, 'acme.json'), '');
    await tenants.refresh();
    expect(tenants.list()).toEqual([before]);
    expect(tenants.problems()).toEqual([
      {
        source: 'acme.json',
        message: expect.stringMatching(/not valid JSON\. The previous key stays in use\.$/),
      },
    ]);
    await rm(join(folder, 'acme.json'));
    await tenants.refresh();
    expect([ids(), tenants.problems()]).toEqual([[], []]);
  });

  test('a reading that fails altogether is logged, and the tenants stay', async () => {
    const scans = [() => scanServiceKeys({ keysFolder: folder })];
    const failing = await createTenantRegistry({
      scan: () => scans.pop()?.() ?? Promise.reject(new TypeError('planted')),
      logger: createLogger('trace', log.stream),
    });
    await failing.refresh();
    expect(failing.list().map(({ id }) => id)).toEqual(['acme']);
    expect(log.text()).toContain('the service keys could not be read');
    expect(log.text()).not.toContain('planted');
    failing.close();
  });

  test('a call during a reading waits for a reading that began after it', async () => {
    const waiting: ((scan: KeyScan) => void)[] = [];
    const scan = buildScan({ configured: true });
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

  test('plain http is warned about unless it is loopback', async () => {
    expect(log.text()).toBe('');
    await writeKey('remote', { serviceurls: { AI_API_URL: 'http://api.example' } });
    await tenants.refresh();
    expect(log.text()).toContain('plain http');
  });

  test.each([
    [6, true],
    [9, false],
  ])('an x509 key that ends in %i days is warned about: %s', async (days, isWarned) => {
    const authority = createTestAuthority();
    const { cert, key } = authority.issue('test-client', { days });
    authority.remove();
    const x509 = { clientsecret: undefined, certurl: upstream.url, certificate: cert, key };
    const captured = captureLog();
    const ending = await openTestTenants({ x509: buildTestKey(upstream.url, x509) }, captured);
    expect(captured.text().includes('expires soon')).toBe(isWarned);
    const app = await buildTestApp(ending);
    const [connection] = (await app.inject({ url: '/config.json' })).json().connections;
    expect(connection.keyExpiresAt).toBe(new Date(new X509Certificate(cert).validTo).toISOString());
    await app.close();
    ending.close();
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

  test('unknown ids do not make it read its files every time', async () => {
    let readings = 0;
    const counted = await createTenantRegistry({
      scan: async () => {
        readings += 1;
        return buildScan();
      },
      logger: createLogger('trace', log.stream),
    });
    const app = await buildTestApp(counted);
    const calls = Array.from({ length: 50 }, (_, index) =>
      app.inject({ url: `/api/tenants/unknown-${index}/v2/admin/tenantInfo` }),
    );
    const codes = (await Promise.all(calls)).map((answer) => answer.json().error.code);
    expect([new Set(codes), readings]).toEqual([new Set(['UnknownTenant']), 2]);
    await app.close();
    counted.close();
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
      offers: ['notes', 'overview', 'audit'],
      signIn: { mode: 'off' },
    });
    expect(answer.body).not.toMatch(/planted|test-client|zone/);
    await app.close();
  });
});
