import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createSecretNotes } from '../notes/secret-notes.ts';
import { openStore, type Store } from '../store/store.ts';
import { buildTestKey, readPort, sendJson } from '../testing/fake-upstream.ts';
import { readUrl, runMain, type MainProcess } from '../testing/run-main.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import {
  findPostgres,
  needsPostgres,
  startTestPostgres,
  type TestPostgres,
} from '../testing/test-postgres.ts';
import { openTestSqlite } from '../testing/test-stores.ts';
import type { AuditEvent } from './audit-event.ts';
import { readAllEvents } from './audit-query.ts';

const bodySchema = z.object({ name: z.string() });

/** An admin API that knows which writes took effect, whatever it answered. */
class TrueUpstream {
  /** By the name of the secret. */
  readonly effects = new Map<string, boolean>();
  readonly arrivals = new Map<string, number>();
  #server: Server;
  #port = 0;

  constructor() {
    this.#server = this.#build();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = readPort(this.#server.address());
  }

  /** Ends as a crash would, in the middle of whatever is under way. */
  async crash(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
    this.#server = this.#build();
  }

  #build(): Server {
    return createServer((message, response) => {
      void text(message).then((body) => {
        if (message.url === '/oauth/token') {
          return sendJson(response, 200, {
            access_token: 'test-token',
            token_type: 'bearer',
            expires_in: 3600,
          });
        }
        const { name } = bodySchema.parse(JSON.parse(body));
        this.arrivals.set(name, (this.arrivals.get(name) ?? 0) + 1);
        const [fault = ''] = name.split('.');
        this.effects.set(
          name,
          ['ok', 'reset-after', 'hang-after', 'garbage', 'gateway-timeout'].includes(fault),
        );
        switch (fault) {
          case 'reset-before':
          case 'reset-after':
            return void response.destroy();
          case 'hang-before':
          case 'hang-after':
            return undefined;
          case 'garbage':
            return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
          case 'gateway-timeout':
            return refuse(response, 504);
          case 'ok':
            return sendJson(response, 202, { message: 'ok' }, { 'x-request-id': `ai-core-${name}` });
          default:
            return refuse(response, Number(fault.slice(1)));
        }
      });
    });
  }
}

function refuse(response: ServerResponse, status: number): void {
  sendJson(response, status, {
    error: { code: 'x', message: 'no', requestId: 'r', target: '/', details: {} },
  });
}

const faults =
  'ok ok ok ok e400 e401 e403 e409 e412 e429 e500 e503 reset-before reset-after garbage gateway-timeout'.split(
    ' ',
  );

function write(url: string | undefined, name: string): Promise<Response> {
  return fetch(`${url}/api/tenants/acme/v2/admin/dockerRegistrySecrets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name,
      data: { '.dockerconfigjson': '{"auths":{"ghcr.io":{"username":"octo","password":"invented"}}}' },
    }),
  });
}

function namesOf(events: readonly AuditEvent[]): string[] {
  return events.map(({ name = '' }) => name).toSorted();
}

async function collect({ db }: Store): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for await (const event of readAllEvents(db, { scope: 'all', filter: {} })) events.push(event);
  return events;
}

/** Repeats itself: a run that fails can be looked at again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('of 1,000 random writes with faults every one stands in the audit log, with its true outcome', async () => {
  const upstream = new TrueUpstream();
  await upstream.start();
  const opened = await openTestSqlite();
  const ids = ['one', 'two', 'three', 'four'];
  const keys = ids.map((id) => [id, buildTestKey(upstream.url, { identityzoneid: id })]);
  const app = await buildTestApp(await openTestTenants(Object.fromEntries(keys)), {
    store: opened.store,
    upstreamTimeoutMs: 3000,
    limits: { writesPerMinute: 10_000, signInsPerMinute: 10 },
  });
  const random = createRandom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const names = Array.from({ length: 1000 }, (_, number) => {
    const fault = number % 100 === 99 ? pick(['hang-before', 'hang-after']) : pick(faults);
    return `${fault}.${number}`;
  });
  try {
    const queue = [...names];
    const work = async () => {
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        if (queue.length === 500) {
          await upstream.crash();
          await upstream.start();
        }
        await app.inject({
          method: 'POST',
          url: `/api/tenants/${pick(ids)}/v2/admin/dockerRegistrySecrets`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, data: { '.dockerconfigjson': '{"auths":{}}' } }),
        });
      }
    };
    await Promise.all(Array.from({ length: 24 }, () => work()));
    const events = await collect(opened.store);
    expect(namesOf(events)).toEqual(names.toSorted());
    const untrue = events.filter(({ name = '', outcome }) => {
      const effect = upstream.effects.get(name) ?? false;
      return outcome === 'done' ? !effect : outcome === 'failed' ? effect : outcome !== 'unknown';
    });
    expect(untrue).toEqual([]);
    // What AI Core said itself is never called unknown; a crash and a time-out are the gateway's own to tell.
    const unsure = events.filter(
      ({ name = '', outcome, status }) =>
        /^(?:ok|e\d)/.test(name) && outcome === 'unknown' && status !== 502 && status !== 504,
    );
    expect(unsure).toEqual([]);
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'failed', 'unknown']));
  } finally {
    await app.close();
    await upstream.crash();
    await opened.remove();
  }
}, 120_000);

describe.skipIf(findPostgres() === undefined)(`two gateways on one PostgreSQL (${needsPostgres})`, () => {
  let postgres: TestPostgres;
  let store: Store;
  let upstream: TrueUpstream;
  let keysFolder: string;
  let distFolder: string;
  let gateways: MainProcess[];
  let urls: string[];
  beforeAll(async () => {
    upstream = new TrueUpstream();
    await upstream.start();
    postgres = await startTestPostgres();
    const databaseUrl = await postgres.createDatabase();
    keysFolder = mkdtempSync(join(tmpdir(), 'keys-'));
    writeFileSync(join(keysFolder, 'acme.json'), JSON.stringify(buildTestKey(upstream.url)));
    distFolder = mkdtempSync(join(tmpdir(), 'dist-'));
    writeFileSync(join(distFolder, 'index.html'), '<!doctype html><title>Console</title>');
    const env = {
      AICORE_SERVICE_KEYS_DIR: keysFolder,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      WRITES_PER_MINUTE: '1000',
    };
    gateways = [runMain(env, distFolder), runMain(env, distFolder)];
    urls = await Promise.all(gateways.map(async ({ readyLine }) => readUrl(await readyLine)));
    store = await openStore({ databaseUrl }, pino({ level: 'silent' }));
  }, 120_000);
  afterAll(async () => {
    await store.close();
    for (const { child } of gateways) child.kill('SIGKILL');
    await Promise.all(gateways.map(({ exited }) => exited));
    await postgres.stop();
    await upstream.crash();
    for (const folder of [keysFolder, distFolder]) rmSync(folder, { recursive: true });
  });

  test('share the audit log and the notes; one that is killed loses no event and doubles none', async () => {
    const [first, second] = urls;
    expect((await write(first, 'ok.shared')).status).toBe(202);
    const notes = await fetch(`${second}/api/tenants/acme/secret-notes`);
    expect(await notes.json()).toMatchObject({
      notes: [{ name: 'ok.shared', registries: [{ host: 'ghcr.io', username: 'octo' }] }],
    });

    // A rollout by one gateway, killed when twenty writes have ended and ten are under way.
    const rollout = Array.from({ length: 20 }, (_, number) => `ok.${number}`);
    await Promise.all(rollout.map((name) => write(first, name)));
    const hanging = Array.from({ length: 10 }, (_, number) => `hang-after.${number}`);
    const lost = Promise.allSettled(hanging.map((name) => write(first, name)));
    await expect
      .poll(() => hanging.filter((name) => upstream.arrivals.has(name)).length, { timeout: 20_000 })
      .toBe(10);
    gateways[0]?.child.kill('SIGKILL');
    expect((await lost).every(({ status }) => status === 'rejected')).toBe(true);
    // The console goes on through the other one.
    expect((await write(second, 'ok.after')).status).toBe(202);

    const events = await collect(store);
    expect(namesOf(events)).toEqual([...upstream.arrivals.keys()].toSorted());
    const outcomes = (prefix: string) =>
      new Set(events.filter(({ name }) => name?.startsWith(prefix)).map(({ outcome }) => outcome));
    expect(outcomes('ok.')).toEqual(new Set(['done']));
    expect(outcomes('hang-after.')).toEqual(new Set(['begun']));
    expect((await createSecretNotes(store).list('acme')).map(({ name }) => name)).toHaveLength(22);
    expect([...upstream.arrivals.values()].every((times) => times === 1)).toBe(true);
  }, 120_000);
});
