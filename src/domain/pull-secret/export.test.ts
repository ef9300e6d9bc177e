import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildDockerConfigJson, buildSecretBody, maskedValue } from './docker-config.ts';
import type { RegistryEntry, SecretBody } from './docker-config.ts';
import { exportSecret } from './export.ts';
import type { ExportFormat, ExportOptions } from './export.ts';
import { importCredentials } from './import/import-credentials.ts';

interface Manifest {
  readonly stringData: { readonly '.dockerconfigjson': string };
}

const formats: readonly ExportFormat[] = ['request-body', 'curl', 'kubernetes-secret', 'docker-config'];
const hardPassword = `it's "hard" \\n \\( $HOME \`id\` $(id) !! %s \t\r\n <&> é😀\u2028\u0085\u007f {{x}}`;
const janeEntry: RegistryEntry = { host: 'ghcr.io', username: 'jane', password: 'not-a-real-password' };
const joeEntry: RegistryEntry = {
  host: 'https://index.docker.io',
  username: 'joe',
  password: 'not-a-real-token',
};
const withExtra: RegistryEntry = {
  ...janeEntry,
  extra: {
    email: 'jane@example.com',
    identitytoken: 'not-a-real-identity',
    nested: { token: 'not-a-real-nested' },
  },
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '(', ')', '$', '`', ' ', '\n', ':', '\u0085', '\uFEFF'),
    minLength: 1,
  }),
  fc.constantFrom(hardPassword, '__proto__', '7', '\u0001', '\uFFFF'),
);
const entries = fc.uniqueArray(fc.record({ host: text, username: text, password: text }), {
  selector: ({ host }) => host,
  minLength: 1,
  maxLength: 4,
});

describe('exportSecret', () => {
  it.each([
    ['request-body', 'my-secret.json', 'application/json'],
    ['curl', 'my-secret.sh', 'text/x-shellscript'],
    ['kubernetes-secret', 'my-secret.yaml', 'application/yaml'],
    ['docker-config', 'config.json', 'application/json'],
  ] as const)('names the file of %s', (format, filename, mediaType) => {
    expect(exportSecret(format, { name: 'my-secret', entries: [janeEntry] })).toMatchObject({
      filename,
      mediaType,
    });
  });

  it('makes a file name of any name', () => {
    const names = ['', '../a b', '..'].map(
      (name) => exportSecret('request-body', { name, entries: [] }).filename,
    );
    expect(names).toEqual(['docker-registry-secret.json', 'a-b.json', 'docker-registry-secret.json']);
  });

  it.each(formats)('masks every credential in %s', (format) => {
    const options = { name: 'my-secret', entries: [withExtra, joeEntry], withAuth: true, masked: true };
    const masked = exportSecret(format, options).text;
    expect(masked).not.toContain('not-a-real');
    expect(masked).not.toContain(Buffer.from('jane:not').toString('base64').slice(0, 8));
    // Whoever runs the command would register the bullets: it reads variables instead.
    expect(masked.includes(maskedValue)).toBe(format !== 'curl');
    expect(masked).toContain('jane@example.com');
  });

  it.each(['request-body', 'kubernetes-secret', 'docker-config'] as const)(
    'says in the first line of %s that it is masked, and is imported with its credentials open',
    async (format) => {
      const options = { name: 'my-secret', entries: [janeEntry, joeEntry], withAuth: true, masked: true };
      const masked = exportSecret(format, options).text;
      expect(masked.split('\n')[0]).toMatch(/^(?:\/\/|#) Masked: .*••••••••/);
      const reason = { code: 'masked', field: 'password' };
      expect(await importCredentials(masked)).toMatchObject({
        ok: true,
        entries: [],
        leftOut: [
          { host: 'ghcr.io', username: 'jane', reason },
          { username: 'joe', reason },
        ],
      });
      expect(exportSecret(format, { ...options, masked: false }).text).not.toContain('Masked');
    },
  );

  it('writes the request body that the console sends', () => {
    const options = { name: 'my-secret', entries: [janeEntry, joeEntry], withAuth: true };
    const body: unknown = JSON.parse(exportSecret('request-body', options).text);
    expect(body).toEqual(buildSecretBody('my-secret', [janeEntry, joeEntry], { withAuth: true }));
  });
});

describe('the Kubernetes Secret', () => {
  it('is a manifest with stringData', () => {
    expect(exportSecret('kubernetes-secret', { name: 'my-secret', entries: [janeEntry] }).text)
      .toBe(`apiVersion: v1
kind: Secret
metadata:
  name: my-secret
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"ghcr.io":{"username":"jane","password":"not-a-real-password"}}}'
`);
  });

  it.each(['1.1', '1.2'] as const)('holds the same entries, read as YAML %s', (version) => {
    fc.assert(
      fc.property(entries, fc.constantFrom('my-secret', '123', 'no', '1e3'), (list, name) => {
        const manifest: Manifest = parse(exportSecret('kubernetes-secret', { name, entries: list }).text, {
          version,
        });
        expect(manifest).toMatchObject({ kind: 'Secret', metadata: { name } });
        expect(JSON.parse(manifest.stringData['.dockerconfigjson'])).toEqual(
          JSON.parse(buildDockerConfigJson(list)),
        );
      }),
    );
  });

  it.each([
    ['my-secret', false],
    ['a.b-c', false],
    ['my_secret', true],
    ['a..b', true],
    ['a.-b', true],
  ])('says whether Kubernetes would take the name %s', (name, invalid) => {
    expect(exportSecret('kubernetes-secret', { name, entries: [janeEntry] }).invalidKubernetesName).toBe(
      invalid,
    );
    expect(exportSecret('request-body', { name, entries: [janeEntry] }).invalidKubernetesName).toBe(false);
  });
});

describe('the Docker config.json', () => {
  it('has auth, which skopeo needs, and the key under which docker looks for Docker Hub', () => {
    const { text: json } = exportSecret('docker-config', { name: 'x', entries: [janeEntry, joeEntry] });
    expect(json).toBe(`{
  "auths": {
    "ghcr.io": {
      "username": "jane",
      "password": "not-a-real-password",
      "auth": "amFuZTpub3QtYS1yZWFsLXBhc3N3b3Jk"
    },
    "https://index.docker.io/v1/": {
      "username": "joe",
      "password": "not-a-real-token",
      "auth": "am9lOm5vdC1hLXJlYWwtdG9rZW4="
    }
  }
}
`);
  });

  it('does not write the key of Docker Hub twice', () => {
    const hub = { ...joeEntry, host: 'https://index.docker.io/v1/' };
    const config: { auths: object } = JSON.parse(
      exportSecret('docker-config', { name: 'x', entries: [joeEntry, hub] }).text,
    );
    expect(Object.keys(config.auths)).toEqual(['https://index.docker.io', 'https://index.docker.io/v1/']);
  });

  it('loses none of two entries for Docker Hub', () => {
    const other = { ...joeEntry, host: 'docker.io', password: 'another-invented-token' };
    const config: { auths: object } = JSON.parse(
      exportSecret('docker-config', { name: 'x', entries: [joeEntry, other] }).text,
    );
    expect(config.auths).toMatchObject({
      'https://index.docker.io/v1/': { password: joeEntry.password },
      'docker.io': { password: other.password },
    });
  });
});

describe('an exported file', () => {
  it.each(['request-body', 'kubernetes-secret', 'docker-config'] as const)(
    'is imported again as the same entries: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(entries, fc.boolean(), async (list, withAuth) => {
          const result = await importCredentials(
            exportSecret(format, { name: 'x1', entries: list, withAuth }).text,
          );
          expect(result).toMatchObject({ ok: true, entries: list, leftOut: [] });
        }),
      );
    },
  );
});

const hasShell = ['bash', 'jq'].every(isInstalled);

describe.runIf(hasShell)('the curl command, run by bash', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'curl-'));
    // Stands in for curl: writes down its arguments and what it reads.
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
    // The environment cannot hold a NUL.
    const possible = entries.filter((list) => list.every(({ password }) => !password.includes('\0')));
    const lists = fc.sample(possible, 15);
    expect(run(lists.map((list) => ({ name: 'x', entries: list })))).toEqual(
      lists.map((list) => ({ name: 'x', auths: authsOf(list) })),
    );
  });

  /** Runs the commands in one shell and returns the bodies that curl was given, parsed twice. */
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
  it('holds no password, and says which variable belongs to which registry', () => {
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

  it('holds no username that is a credential either', () => {
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
