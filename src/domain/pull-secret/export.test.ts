import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildDockerConfigJson, buildSecretBody, maskedValue } from './docker-config.ts';
import { exportSecret } from './export.ts';
import type { ExportFormat } from './export.ts';
import { importCredentials } from './import/import-credentials.ts';
import { entries, janeEntry, joeEntry, withExtra } from './testing/entries.ts';

interface Manifest {
  readonly stringData: { readonly '.dockerconfigjson': string };
}

const formats: readonly ExportFormat[] = ['request-body', 'curl', 'kubernetes-secret', 'docker-config'];
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

  it('makes a file name from any name', () => {
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
    // The command reads variables instead: running it would register the bullets.
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

  it.each(['1.1', '1.2'] as const)('contains the same entries, read as YAML %s', (version) => {
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
  ])('says whether Kubernetes would accept the name %s', (name, invalid) => {
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

  it('keeps both of two entries for Docker Hub', () => {
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
    'can be imported again as the same entries: %s',
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
