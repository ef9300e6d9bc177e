import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'libsql';
import { Client } from 'pg';
import { z } from 'zod';
import { startTestPostgres } from '../../gateway/testing/test-postgres.ts';
import { startProcess } from '../stack.ts';
import { print, summarise } from './console-browser.ts';

/**
 * Measures the pages of an audit log as the console requests them from the gateway: 1,000,000 events over a year, of
 * 1,000 tenants and 200 people, in SQLite and in PostgreSQL. `--explain` also prints the database's query plans.
 */
const { values: options } = parseArgs({
  options: { events: { type: 'string', default: '1000000' }, explain: { type: 'boolean', default: false } },
});
const events = Number(options.events);
const goalMs = 200;
const turns = 5;

const hour = 3_600_000;
const start = Date.now() - 360 * 24 * hour;
const stepMs = Math.floor((360 * 24 * hour) / events);
const at = (share: number) => new Date(start + share * events * stepMs).toISOString();

/** The queries. If nothing matches, a page may end before the whole log was searched. */
const pages: readonly (readonly [string, Record<string, string>])[] = [
  ['the newest', {}],
  ['deep inside', { cursor: String(Math.floor(events / 2)) }],
  ['one tenant of a thousand', { tenant: 'tenant-0123' }],
  ['a tenant with half of all events', { tenant: 'tenant-0000' }],
  ['a tenant without events', { tenant: 'tenant-9999' }],
  ['one secret', { name: 'registry-17' }],
  ['one secret in one tenant', { tenant: 'tenant-0123', name: 'registry-23' }],
  ['a name that no one has', { name: 'no-such-secret' }],
  ['what failed, one in a thousand', { outcome: 'failed' }],
  ['what was deleted, in one tenant', { tenant: 'tenant-0123', action: 'delete' }],
  ['what failed, in one tenant', { tenant: 'tenant-0123', outcome: 'failed' }],
  ['what was exported, hardly ever', { action: 'export' }],
  ['an outcome that never was', { outcome: 'refused' }],
  ['what is done or failed', { outcome: 'done,failed' }],
  ['several actions', { action: 'create,change,delete' }],
  ['several outcomes', { outcome: 'failed,unknown' }],
  ['one day, long ago', { from: at(0.1), to: at(0.1 + 1 / 360) }],
  ['the last 30 days', { from: at(1 - 30 / 360) }],
  ['failures of one day, long ago', { from: at(0.1), to: at(0.1 + 1 / 360), outcome: 'failed' }],
  ['part of a person’s name', { user: 'person-17' }],
  ['part of a name that no one has', { user: 'nobody' }],
  ['part of a secret’s name', { q: 'istry-17' }],
  ['part of a text that is nowhere', { q: 'no-such-text' }],
];

interface Store {
  readonly name: string;
  readonly env: Record<string, string>;
  run(statement: string): Promise<unknown>;
  close(): Promise<void>;
}

async function openSqlite(): Promise<Store> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-audit-'));
  let db: Database.Database | undefined;
  return {
    name: 'SQLite',
    env: { CONSOLE_DATA_DIR: folder },
    run: async (statement) => {
      db ??= new Database(path.join(folder, 'console.sqlite'));
      const prepared = db.prepare(statement);
      return prepared.reader ? prepared.all() : prepared.run();
    },
    close: async () => {
      db?.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openPostgres(): Promise<Store> {
  const postgres = await startTestPostgres();
  const url = await postgres.createDatabase();
  const client = new Client(url);
  await client.connect();
  return {
    name: 'PostgreSQL',
    env: { DATABASE_URL: url },
    run: async (statement) => (await client.query(statement)).rows,
    close: async () => {
      await client.end();
      await postgres.stop();
    },
  };
}

/**
 * A single statement, which both databases understand except for the counting and formats; remainders of primes spread
 * the values.
 */
function fill(store: Store): Promise<unknown> {
  const isPostgres = store.name === 'PostgreSQL';
  const numbers = isPostgres
    ? `select generate_series(0, ${events - 1})::bigint as n`
    : `with recursive counted(n) as (select 0 union all select n + 1 from counted where n < ${events - 1}) select n from counted`;
  const time = isPostgres
    ? `to_char(to_timestamp((${start} + n * ${stepMs}) / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : `strftime('%Y-%m-%dT%H:%M:%fZ', (${start} + n * ${stepMs}) / 1000.0, 'unixepoch')`;
  const pad = (number: string) =>
    isPostgres ? `lpad((${number})::text, 4, '0')` : `printf('%04d', ${number})`;
  return store.run(`
    insert into audit_events (request_id, time, actor_id, actor_name, actor_issuer, actor_groups, address, tenant,
      resource, name, subject, action, outcome, status, ai_core_request_id, duration_ms)
    select 'request-' || n, ${time}, 'id-' || ((n * 7919) % 200), 'person-' || ((n * 7919) % 200) || '@example.com',
      'https://login.example.com', '["platform"]', '192.0.2.1', case when n % 2 = 0 then 'tenant-0000' else 'tenant-' || ${pad('(n * 104729) % 1000')} end,
      'dockerRegistrySecrets', 'registry-' || ((n * 1299709) % 50),
      '{"registries":[{"host":"ghcr.io","username":"invented"}]}',
      case when n % 100000 = 5 then 'export' when n % 10 < 6 then 'change' when n % 10 < 9 then 'create' else 'delete' end,
      case when n % 1000 = 7 then 'failed' else 'done' end, 202, 'ai-core-' || n, 120
    from (${numbers}) as counted_numbers`);
}

const pageSchema = z.object({ events: z.array(z.unknown()), next: z.number().optional() });

async function readPage(url: string, query: Record<string, string>): Promise<z.infer<typeof pageSchema>> {
  const response = await fetch(`${url}/api/audit?${new URLSearchParams(query).toString()}`);
  return pageSchema.parse(await response.json());
}

async function measure(url: string, query: Record<string, string>): Promise<{ ms: number; found: number }> {
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn <= turns; turn += 1) {
    const began = performance.now();
    const { events: read } = await readPage(url, query);
    // The first turn only warms the caches.
    if (turn > 0) times.push(performance.now() - began);
    found = read.length;
  }
  return { ms: summarise(times).median, found };
}

/** As the console does when a page finds nothing. */
async function readToTheEnd(
  url: string,
  query: Record<string, string>,
): Promise<{ ms: number; pages: number }> {
  const began = performance.now();
  let count = 0;
  for (let cursor: number | undefined = Number.MAX_SAFE_INTEGER; cursor !== undefined; count += 1)
    cursor = (await readPage(url, { ...query, cursor: String(cursor) })).next;
  return { ms: performance.now() - began, pages: count };
}

let missed = 0;
for (const open of [openSqlite, openPostgres]) {
  const store = await open();
  try {
    // The first start creates the tables.
    await (await startProcess('gateway/main.ts', [], store.env)).stop();
    const began = performance.now();
    await fill(store);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    print(`\n${store.name}: ${events} events, written in ${seconds} s`);
    if (store.name === 'PostgreSQL') await store.run('analyze audit_events');
    const gateway = await startProcess('gateway/main.ts', [], store.env);
    try {
      for (const [name, query] of pages) {
        const { ms, found } = await measure(gateway.url, query);
        const isLate = ms > goalMs;
        if (isLate) missed += 1;
        print(
          `${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ${String(found).padStart(3)} events  ${isLate ? `over ${goalMs} ms` : 'in time'}`,
        );
      }
      const whole = await readToTheEnd(gateway.url, { q: 'no-such-text' });
      print(`a text that is nowhere, to the end: ${whole.ms.toFixed(0)} ms in ${whole.pages} pages`);
    } finally {
      await gateway.stop();
    }
    print(`on the disk: ${await readSize(store)}`);
    if (options.explain) await explain(store);
  } finally {
    await store.close();
  }
}
print(missed === 0 ? '\nEvery page came in time.' : `\n${missed} pages came late.`);
process.exitCode = missed === 0 ? 0 : 1;

/** The size of the events and their indexes, in megabytes. */
async function readSize(store: Store): Promise<string> {
  const statement =
    store.name === 'PostgreSQL'
      ? "select pg_total_relation_size('audit_events') as size"
      : 'select page_count * page_size as size from pragma_page_count, pragma_page_size';
  const [row] = z.array(z.object({ size: z.coerce.number() })).parse(await store.run(statement));
  return `${((row?.size ?? 0) / 1e6).toFixed(0)} MB`;
}

async function explain(store: Store): Promise<void> {
  const how = store.name === 'PostgreSQL' ? 'explain analyze' : 'explain query plan';
  const wheres = [
    "tenant in ('tenant-0123')",
    "name = 'no-such-secret'",
    "outcome in ('failed')",
    "action in ('create', 'change', 'delete')",
    `time >= '${at(0.1)}' and time < '${at(0.1 + 1 / 360)}' and outcome in ('failed')`,
  ];
  for (const where of wheres) {
    print(`\n${where}`);
    const rows = await store.run(
      `${how} select * from audit_events where ${where} order by id desc limit 101`,
    );
    print(JSON.stringify(rows));
  }
}
