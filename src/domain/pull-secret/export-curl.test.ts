import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDockerConfigJson } from './docker-config.ts';
import type { RegistryEntry, SecretBody } from './docker-config.ts';
import { exportSecret } from './export.ts';
import type { ExportOptions } from './export.ts';
import { entries, hardPassword, janeEntry, joeEntry, withExtra } from './testing/entries.ts';

const hasShell = ['bash', 'jq'].every(isInstalled);

describe.runIf(hasShell)('the curl command, run by bash', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'curl-'));
    // Replaces curl: writes down its arguments and its input.
    const script = `#!/bin/sh\nprintf '%s\\0' "$@" > '${folder}/arguments'\ncat > '${folder}/body-'"$RUN"\n`;
    writeFileSync(path.join(folder, 'curl'), script);
    chmodSync(path.join(folder, 'curl'), 0o755);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('sends the body with a POST', () => {
    const [body] = run([
      { name: 'my-secret', entries: [janeEntry, joeEntry], baseUrl: 'https://api.example.com/' },
    ]);
    expect(sentArguments()).toEqual(
      [
        ['--request', 'POST', 'https://api.example.com/v2/admin/dockerRegistrySecrets'],
        ['--header', 'Authorization: Bearer not-a-real-bearer'],
        ['--header', 'Content-Type: application/json'],
        ['--data-binary', '@-'],
      ].flat(),
    );
    expect(body).toEqual({ name: 'my-secret', auths: authsOf([janeEntry, joeEntry]) });
  });

  it('names the secret in the address of a PATCH, and reads the address from $AI_API_URL', () => {
    run([{ name: "it's", entries: [janeEntry], method: 'PATCH', baseUrl: '/api/tenants/demo' }]);
    const address = "https://from-environment.example.com/v2/admin/dockerRegistrySecrets/it's";
    expect(sentArguments().slice(0, 3)).toEqual(['--request', 'PATCH', address]);
  });

  it.each<[string, RegistryEntry[], boolean]>([
    ['hard text', [{ host: hardPassword, username: hardPassword, password: hardPassword }], false],
    ['hard text with auth', [{ host: 'h', username: hardPassword, password: hardPassword }, janeEntry], true],
    [
      'unknown fields',
      [{ ...withExtra, extra: { ...withExtra.extra, [hardPassword]: [hardPassword, -1, null] } }],
      true,
    ],
    ['__proto__', [{ ...janeEntry, host: '__proto__' }], false],
    [
      'many registries',
      Array.from({ length: 12 }, (_, at) => ({ ...janeEntry, host: `r${at}`, password: `p${at}` })),
      false,
    ],
    [
      'a token for a username',
      [
        { host: 'r1', username: 'ghp_invented', password: 'p1' },
        { host: 'r2', username: 'ghp_invented', password: 'ghp_invented' },
      ],
      true,
    ],
    ['no registry', [], false],
  ])('sends %s as it is', (_, list, withAuth) => {
    expect(run([{ name: hardPassword, entries: list, withAuth }])).toEqual([
      { name: hardPassword, auths: authsOf(list, withAuth) },
    ]);
  });

  it('sends random text as it is', () => {
    // The environment cannot contain a NUL.
    const possible = entries.filter((list) => list.every(({ password }) => !password.includes('\0')));
    const lists = fc.sample(possible, 15);
    expect(run(lists.map((list) => ({ name: 'x', entries: list })))).toEqual(
      lists.map((list) => ({ name: 'x', auths: authsOf(list) })),
    );
  });

  /** Runs the commands in one shell and returns the bodies passed to curl, parsed twice. */
  function run(exports: readonly ExportOptions[]): { name: string; auths: unknown }[] {
    const environment = new Map<string, string>();
    const script = exports.flatMap((options, at) => {
      const { text: command, variables } = exportSecret('curl', options);
      const assignments = variables.map(({ name, host, field }) => {
        const entry = options.entries.find((each) => each.host === host);
        const held = field === 'username' ? entry?.username : entry?.extra?.[field ?? ''];
        const value = field === undefined ? entry?.password : held;
        environment.set(`RUN_${at}_${name}`, typeof value === 'string' ? value : JSON.stringify(value));
        return `${name}="$RUN_${at}_${name}"`;
      });
      return [`export RUN=${at}`, ...assignments, command];
    });
    execFileSync('bash', ['--norc', '-c', script.join('\n')], {
      env: {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        SHLVL: '1',
        TOKEN: 'not-a-real-bearer',
        AI_API_URL: 'https://from-environment.example.com',
        ...Object.fromEntries(environment),
      },
    });
    return exports.map((_, at) => {
      const body: SecretBody = JSON.parse(readFileSync(path.join(folder, `body-${at}`), 'utf8'));
      const config: { auths: unknown } = JSON.parse(body.data['.dockerconfigjson']);
      return { name: body.name, auths: config.auths };
    });
  }

  function sentArguments(): string[] {
    return readFileSync(path.join(folder, 'arguments'), 'utf8').split('\0').slice(0, -1);
  }
});

describe('the curl command', () => {
  it('contains no password, and says which variable belongs to which registry', () => {
    const { text: command, variables } = exportSecret('curl', {
      name: 'x',
      entries: [withExtra, joeEntry],
      withAuth: true,
    });
    expect(command).not.toContain('not-a-real');
    expect(variables).toEqual([
      { name: 'PASSWORD', host: 'ghcr.io' },
      { name: 'PASSWORD_2', host: 'https://index.docker.io' },
      { name: 'FIELD', host: 'ghcr.io', field: 'identitytoken' },
      { name: 'FIELD_2', host: 'ghcr.io', field: 'nested' },
    ]);
    expect(command).toContain('"$PASSWORD" --arg password_2 "$PASSWORD_2"');
    expect(command).toContain('Bearer $TOKEN');
  });

  it('contains no username that is a credential either', () => {
    const token = { host: 'registry.digitalocean.com', username: 'dop_v1_first', password: 'dop_v1_first' };
    const corrected = { ...token, host: 'quay.io', password: 'dop_v1_second' };
    const { text: command, variables } = exportSecret('curl', {
      name: 'x',
      entries: [token, corrected],
      withAuth: true,
    });
    expect(command).not.toContain('dop_v1');
    expect(variables.map(({ name }) => name)).toEqual(['PASSWORD', 'PASSWORD_2', 'USERNAME_2']);
    expect(command).toContain('username: $password,');
    expect(command).toContain('username: $username_2,');
  });
});

function authsOf(list: readonly RegistryEntry[], withAuth = false): unknown {
  const config: { auths: unknown } = JSON.parse(buildDockerConfigJson(list, { withAuth }));
  return config.auths;
}

function isInstalled(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}
