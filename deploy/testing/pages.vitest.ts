import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { startProcess } from '../../e2e/stack.ts';
import { parseConfig } from '../../gateway/settings/config.ts';
import { findPostgres, startTestPostgres } from '../../gateway/testing/test-postgres.ts';
import { Helm } from './helm.ts';
import { findFaults, readResource } from './kubernetes.ts';

/** The tests follow the pages of `docs/deploy/` as written, as far as one machine allows. */
let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'deploy-page-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The code block in a language that contains `part`. */
function findBlock(page: string, language: string, part: string): string {
  const text = readFileSync(`docs/deploy/${page}.md`, 'utf8');
  const [, indent = '', block] =
    [...text.matchAll(/^( *)```(\w+)\n([^]*?)^ *```$/gm)]
      .map(([, spaces, of, inside]) => (of === language ? ['', spaces, inside] : []))
      .find(([, , inside]) => inside?.includes(part)) ?? [];
  if (block === undefined) throw new Error(`docs/deploy/${page}.md has no ${part}`);
  return block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

function run(script: string, env: Record<string, string> = {}): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${findPostgres() ?? ''}:${process.env['PATH']}`, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Parses lines of `NAME=value`. */
function readSettings(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^(\w+)=(.*)$/gm)];
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
}

/** The settings with files of this folder instead of those in `/etc` and `/run`. */
function moveFiles(settings: Record<string, string>, places: Record<string, string>): Record<string, string> {
  const moved = Object.entries(settings).map(([name, value]) => {
    const [there = '', here = ''] = Object.entries(places).find(([place]) => value.startsWith(place)) ?? [];
    return [name, value.replace(there, here)];
  });
  return Object.fromEntries(moved);
}

const composeSchema = z.object({
  services: z.object({ console: z.object({ environment: z.record(z.string(), z.string()) }) }),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

test('compose.md: its commands and its .env make the settings of compose.yaml complete', () => {
  run(findBlock('compose', 'sh', 'openssl'));
  const here = path.join(folder, 'aicore-console');
  writeFileSync(path.join(here, 'oidc-secret'), 'invented');
  const { services, secrets } = composeSchema.parse(parse(readFileSync('compose.yaml', 'utf8')));
  const given = readSettings(findBlock('compose', 'ini', 'CONSOLE_AUTH'));
  const filled = Object.entries(services.console.environment).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{(\w+):[^}]*\}/g, (_, variable: string) => given[variable] ?? ''),
  ]);
  const files = Object.entries(secrets).map(([name, { file }]) => [
    `/run/secrets/${name}`,
    path.join(folder, file),
  ]);
  const places = { '/etc/aicore-console': here, ...Object.fromEntries(files) };
  const password = readFileSync(path.join(here, 'database-password'), 'utf8').trim();
  expect(parseConfig(moveFiles(Object.fromEntries(filled), places))).toMatchObject({
    signIn: { mode: 'oidc', clientSecret: 'invented', publicUrl: 'https://console.example.com' },
    store: { databaseUrl: `postgres://console:${password}@database:5432/console` },
    keySettings: { keysFolder: path.join(here, 'keys') },
    accessFile: path.join(here, 'access.yaml'),
    metrics: { port: 9090 },
  });
});

test('node-nginx.md: the gateway accepts the settings', () => {
  writeFileSync(path.join(folder, 'oidc-secret'), 'invented');
  const settings = readSettings(findBlock('node-nginx', 'ini', 'CONSOLE_AUTH'));
  expect(parseConfig(moveFiles(settings, { '/etc/aicore-console': folder }))).toMatchObject({
    signIn: { mode: 'oidc', clientSecret: 'invented' },
    keySettings: { keysFolder: path.join(folder, 'keys') },
    trustedProxies: ['127.0.0.1'],
  });
});

const volumesSchema = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        volumes: z.array(
          z.object({
            secret: z
              .object({ secretName: z.string(), items: z.array(z.object({ key: z.string() })).default([]) })
              .optional(),
          }),
        ),
      }),
    }),
  }),
});
const secretSchema = z.object({
  kind: z.literal('Secret'),
  metadata: z.object({ name: z.string(), namespace: z.literal('console') }),
  data: z.record(z.string(), z.string()),
});

test('kubernetes.md: its commands create the Secrets that its values name, and the chart accepts its values', async () => {
  const helm = new Helm();
  try {
    mkdirSync(path.join(folder, 'keys'));
    writeFileSync(path.join(folder, 'keys', 'acme-vision.json'), '{}');
    const commands = findBlock('kubernetes', 'sh', 'kubectl').trim().split('\n');
    const [namespace, ...made] = commands.map((command) => {
      const kubectl = command.replace('kubectl', helm.kubectl);
      return parse(run(`${kubectl} --dry-run=client --output=yaml`)) as unknown;
    });
    expect(namespace).toMatchObject({ kind: 'Namespace', metadata: { name: 'console' } });
    const secrets = made.map((one) => secretSchema.parse(one));
    const keysOf = new Map(secrets.map(({ metadata, data }) => [metadata.name, Object.keys(data)]));

    const values = path.join(folder, 'values.yaml');
    writeFileSync(values, findBlock('kubernetes', 'yaml', 'signIn'));
    const { ok, output } = helm.render(values);
    if (!ok) throw new Error(output);
    const resources = parseAllDocuments(output).map((document) => readResource(document.toJS()));
    expect(await findFaults(resources)).toEqual([]);
    const deployment = volumesSchema.parse(resources.find(({ kind }) => kind === 'Deployment'));
    const named = deployment.spec.template.spec.volumes.flatMap(({ secret }) => secret ?? []);
    expect(named.map(({ secretName }) => secretName).toSorted()).toEqual([...keysOf.keys()].toSorted());
    for (const { secretName, items } of named)
      expect(keysOf.get(secretName)).toEqual(expect.arrayContaining(items.map(({ key }) => key)));
  } finally {
    rmSync(helm.folder, { recursive: true });
  }
});

const extensionSchema = z.object({
  extends: z.string(),
  parameters: z.record(z.string(), z.string()),
  resources: z.array(z.object({ name: z.string() })),
});

test('cloud-foundry.md: its extension changes what is in mta.yaml', () => {
  const mta = extensionSchema
    .omit({ extends: true })
    .extend({ ID: z.string() })
    .parse(parse(readFileSync('deploy/cloud-foundry/mta.yaml', 'utf8').replace(/^ {2}enable-.*\n/m, '')));
  const extension = extensionSchema.parse(parse(findBlock('cloud-foundry', 'yaml', 'extends')));
  expect(extension.extends).toBe(mta.ID);
  expect(Object.keys(mta.parameters)).toEqual(expect.arrayContaining(Object.keys(extension.parameters)));
  expect(mta.resources.map(({ name }) => name)).toEqual(
    expect.arrayContaining(extension.resources.map(({ name }) => name)),
  );
});

const key = JSON.stringify({
  clientid: 'invented',
  clientsecret: 'not-a-real-secret',
  url: 'https://acme.authentication.example',
  identityzone: 'acme',
  identityzoneid: 'acme-zone',
  serviceurls: { AI_API_URL: 'https://api.example' },
});

/** Runs `work` with a gateway on a store; `note` sets a secret's note if it is given a text, and returns the note. */
async function withGateway(
  env: Record<string, string>,
  work: (note: (text?: string) => Promise<string | undefined>) => Promise<void>,
): Promise<void> {
  const gateway = await startProcess('gateway/main.ts', [], { AICORE_SERVICE_KEY: key, ...env });
  const notes = `${gateway.url}/api/tenants/acme/secret-notes`;
  const headers = { origin: gateway.url, 'content-type': 'application/json' };
  const schema = z.object({ notes: z.array(z.object({ note: z.string() })) });
  try {
    await work(async (text) => {
      if (text !== undefined)
        await fetch(`${notes}/kept`, { method: 'PUT', headers, body: JSON.stringify({ note: text }) });
      return schema.parse(await (await fetch(notes)).json()).notes[0]?.note;
    });
  } finally {
    await gateway.stop();
  }
}

interface Store {
  readonly env: Record<string, string>;
  /** Parts of the commands on the page. */
  readonly backup: string;
  readonly restore: string;
  readonly write: (statement: string) => void;
}

/**
 * Backs up, continues, lets a later version write, and restores; returns the notes that the gateways saw before and
 * after.
 */
async function followUpgrade({ env, backup, restore, write }: Store): Promise<unknown> {
  const found: unknown[] = [];
  const follow = (part: string) => run(findBlock('upgrade', 'sh', part), env);
  await withGateway(env, async (note) => {
    found.push(await note('before'));
    follow(backup);
    found.push(await note('after'));
  });
  write(`insert into kysely_migration values ('9999-later', 'later')`);
  write('create table of_a_later_version (id integer)');
  await expect(withGateway(env, async () => undefined)).rejects.toThrow('newer version');
  follow(restore);
  await withGateway(env, async (note) => {
    found.push(await note());
  });
  expect(() => write('select * from of_a_later_version')).toThrow('of_a_later_version');
  return found;
}

test('upgrade.md: a SQLite store is backed up while in use, and restored over one of a later version', async () => {
  const found = await followUpgrade({
    env: { CONSOLE_DATA_DIR: path.join(folder, 'data') },
    backup: '.backup',
    restore: 'install -m',
    write: (statement) => void run(`sqlite3 data/console.sqlite "${statement}"`),
  });
  expect(found).toEqual(['before', 'after', 'before']);
});

test('upgrade.md: so is a PostgreSQL', async () => {
  const postgres = await startTestPostgres();
  const env = { DATABASE_URL: await postgres.createDatabase() };
  try {
    const found = await followUpgrade({
      env,
      backup: 'pg_dump --format=custom --file',
      restore: 'pg_restore --no-owner --dbname="',
      write: (statement) => void run(`psql "$DATABASE_URL" --command "${statement}"`, env),
    });
    expect(found).toEqual(['before', 'after', 'before']);
  } finally {
    await postgres.stop();
  }
});
