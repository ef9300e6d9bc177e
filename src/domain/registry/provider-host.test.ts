import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  buildProviderHost,
  hostnameOf,
  parseProviderHost,
  providerOfRegistry,
  recogniseProvider,
  registryProvider,
} from './provider-host.ts';
import { checkRegistryHost } from './registry-host.ts';
import { registryProviders } from './registry-providers.ts';

describe('recogniseProvider', () => {
  it.each([
    ['https://index.docker.io', 'docker-hub'],
    ['https://index.docker.io/v1/', 'docker-hub'],
    ['docker.io', 'docker-hub'],
    ['registry-1.docker.io', 'docker-hub'],
    ['https://hub.docker.com/r/team/app', 'docker-hub'],
    ['registry.hub.docker.com', 'docker-hub'],
    ['docker.io/team/app:1', 'docker-hub'],
    ['ghcr.io', 'ghcr'],
    ['  HTTPS://GHCR.IO/  ', 'ghcr'],
    ['ghcr.io/org/app:1.0', 'ghcr'],
    ['ghcr.io/org/app@sha256:abc', 'ghcr'],
    ['docker.pkg.github.com', 'ghcr'],
    ['registry.gitlab.com', 'gitlab'],
    ['registry.gitlab.com/group/project', 'gitlab'],
    ['https://user@registry.gitlab.com/x', 'gitlab'],
    ['gitlab.example.com:5050', 'gitlab'],
    ['registry.gitlab.example.com', 'gitlab'],
    ['quay.io', 'quay'],
    ['quay.apps.example.com', 'quay'],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'ecr'],
    ['https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:1', 'ecr'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'ecr'],
    ['123456789012.dkr.ecr-fips.us-east-1.amazonaws.com', 'ecr'],
    ['123456789012.dkr-ecr.us-east-1.on.aws', 'ecr'],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'ecr'],
    ['europe-west3-docker.pkg.dev', 'artifact-registry'],
    ['us-docker.pkg.dev/project/repo/app', 'artifact-registry'],
    ['gcr.io', 'artifact-registry'],
    ['eu.gcr.io', 'artifact-registry'],
    ['contoso.azurecr.io', 'acr'],
    ['contoso.azurecr.cn', 'acr'],
    ['contoso.westeurope.geo.azurecr.io', 'acr'],
    ['harbor.example.com', 'harbor'],
    ['harbor-prod.example.com', 'harbor'],
    ['demo.goharbor.io', 'harbor'],
    ['mycompany.jfrog.io', 'artifactory'],
    ['artifactory.example.com', 'artifactory'],
    ['my-team.common.repositories.cloud.sap', 'sap'],
    ['registry.redhat.io', 'redhat'],
    ['nvcr.io', 'ngc'],
    ['de.icr.io', 'ibm'],
    ['icr.io', 'ibm'],
    ['private.de.icr.io', 'ibm'],
    ['registry.digitalocean.com', 'digitalocean'],
    ['rg.fr-par.scw.cloud', 'scaleway'],
    // A vendor's own host takes precedence over a product name in one of its labels.
    ['harbor.jfrog.io', 'artifactory'],
    ['gitlab.azurecr.io', 'acr'],
    ['cp.icr.io', 'other'],
    ['', 'other'],
    ['   ', 'other'],
    ['registry.example.com', 'other'],
    ['localhost:5000', 'other'],
    ['harbor', 'other'],
    ['notghcr.io', 'other'],
    ['ghcr.io.example.com', 'other'],
    ['evil-azurecr.io', 'other'],
    ['dkr.ecr.eu-central-1.amazonaws.com', 'other'],
    ['redis:latest', 'other'],
    ['[::1]:5000', 'other'],
  ])('%j is %s', (text, id) => {
    expect(recogniseProvider(text).id).toBe(id);
  });

  test('the key that each provider builds from its examples is recognised as that provider', () => {
    for (const provider of registryProviders.filter(({ host }) => host.kind !== 'own')) {
      const built = buildProviderHost(provider, examplesOf(provider.id));
      expect(built.ok && recogniseProvider(built.host).id).toBe(provider.id);
    }
  });
});

describe('providerOfRegistry', () => {
  it.each([
    { host: 'ghcr.io', provider: 'other', is: 'ghcr' },
    { host: 'registry.corp.example', provider: 'harbor', is: 'harbor' },
    { host: 'quay.io', provider: 'harbor', is: 'quay' },
    { host: '', provider: 'ecr', is: 'ecr' },
  ] as const)('$host, chosen $provider: $is', ({ host, provider, is }) => {
    expect(providerOfRegistry(host, provider).id).toBe(is);
  });
});

describe('buildProviderHost', () => {
  it.each([
    ['docker-hub', {}, 'https://index.docker.io'],
    [
      'ecr',
      { account: '123456789012', region: 'eu-central-1' },
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    ],
    [
      'ecr',
      { account: '123456789012', region: 'cn-north-1' },
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    ],
    [
      'ecr',
      { account: '123456789012', region: 'us-gov-west-1' },
      '123456789012.dkr.ecr.us-gov-west-1.amazonaws.com',
    ],
    [
      'ecr',
      { account: '123456789012', region: 'eusc-de-east-1' },
      '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
    ],
    ['artifact-registry', { location: ' Europe-West3 ' }, 'europe-west3-docker.pkg.dev'],
    ['artifact-registry', { location: 'us' }, 'us-docker.pkg.dev'],
    ['acr', { name: 'Contoso' }, 'contoso.azurecr.io'],
    ['ibm', { region: 'de' }, 'de.icr.io'],
    ['ibm', { region: '' }, 'icr.io'],
    ['ibm', {}, 'icr.io'],
    ['scaleway', { region: 'nl-ams' }, 'rg.nl-ams.scw.cloud'],
    ['sap', { team: 'my-team' }, 'my-team.common.repositories.cloud.sap'],
  ] as const)('%s with %j gives %s', (id, parameters, host) => {
    expect(buildProviderHost(registryProvider(id), parameters)).toEqual({ ok: true, host });
  });

  it.each([
    [
      'ecr',
      {},
      [
        ['parameter-missing', 'account'],
        ['parameter-missing', 'region'],
      ],
    ],
    ['ecr', { account: '12', region: 'eu-central-1' }, [['parameter-malformed', 'account']]],
    ['ecr', { account: '123456789012', region: 'Frankfurt' }, [['parameter-malformed', 'region']]],
    ['acr', { name: 'a.b' }, [['parameter-malformed', 'name']]],
    ['acr', { name: 'contoso.azurecr.io' }, [['parameter-malformed', 'name']]],
    ['ibm', { region: 'frankfurt' }, [['parameter-malformed', 'region']]],
    ['harbor', {}, []],
    ['other', { host: 'x.example.com' }, []],
  ] as const)('%s with %j is refused', (id, parameters, problems) => {
    expect(buildProviderHost(registryProvider(id), parameters)).toEqual({
      ok: false,
      problems: problems.map(([code, parameter]) => ({ code, parameter })),
    });
  });
});

describe('parseProviderHost', () => {
  it.each([
    [
      'ecr',
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
      { account: '123456789012', region: 'cn-north-1' },
    ],
    [
      'ecr',
      'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/team',
      { account: '123456789012', region: 'eu-west-1' },
    ],
    // A suffix of another region, a FIPS endpoint, a port: the template cannot produce these.
    ['ecr', '123456789012.dkr.ecr.cn-north-1.amazonaws.com', undefined],
    ['ecr', '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com', undefined],
    ['ecr', '123456789012.dkr.ecr.eu-west-1.amazonaws.com:443', undefined],
    ['artifact-registry', 'asia-docker.pkg.dev', { location: 'asia' }],
    ['artifact-registry', 'eu.gcr.io', undefined],
    ['acr', 'contoso.azurecr.cn', undefined],
    ['acr', 'contoso.azurecr.io', { name: 'contoso' }],
    ['ibm', 'icr.io', { region: '' }],
    ['ibm', 'jp2.icr.io', { region: 'jp2' }],
    ['ibm', 'private.de.icr.io', undefined],
    ['docker-hub', 'docker.io', {}],
    ['ghcr', 'ghcr.io', {}],
    ['ghcr', 'docker.pkg.github.com', undefined],
    ['gitlab', 'gitlab.example.com', undefined],
    ['harbor', 'harbor.example.com', undefined],
    ['other', '', undefined],
  ] as const)('%s in %j', (id, text, parameters) => {
    expect(parseProviderHost(registryProvider(id), text)).toEqual(parameters);
  });

  test('returns what the host was built from', () => {
    const templated = registryProviders.filter(({ host }) => host.kind === 'template');
    for (const provider of templated) {
      const parameters = fc.record(
        Object.fromEntries(
          (provider.hostParameters ?? []).map(({ id, pattern }) => [
            id,
            fc.stringMatching(new RegExp(`^(?:${pattern})$`)),
          ]),
        ),
      );
      fc.assert(
        fc.property(parameters, (values) => {
          const built = buildProviderHost(provider, values);
          expect(built.ok && parseProviderHost(provider, built.host)).toEqual(values);
        }),
        { numRuns: 30 },
      );
    }
    expect(templated).toHaveLength(9);
  });
});

describe('the table', () => {
  test('has one entry for each product, and `other` comes last', () => {
    const ids = registryProviders.map(({ id }) => id);
    expect(new Set(ids).size).toBe(20);
    expect(ids).toHaveLength(20);
    expect(ids.at(-1)).toBe('other');
  });

  it.each(registryProviders.filter(({ id }) => id !== 'other'))('$id is complete', (provider) => {
    expect(provider.name).not.toBe('');
    expect(new URL(provider.docsUrl ?? '').protocol).toBe('https:');
    const tokens = [provider.token, ...(provider.alternatives ?? []).map(({ token }) => token)];
    for (const token of tokens) expect(token.hours !== undefined).toBe(token.life === 'hours');
    for (const { example, pattern } of provider.hostParameters ?? [])
      expect(example).toMatch(new RegExp(`^(?:${pattern})$`));
    const placeholders =
      provider.host.kind === 'template' ? [...provider.host.template.matchAll(/\{([a-z]+)\}/g)] : [];
    const derived = provider.host.kind === 'template' ? Object.keys(provider.host.derived ?? {}) : [];
    expect(new Set(placeholders.map((match) => match[1]))).toEqual(
      new Set([...(provider.hostParameters ?? []).map(({ id }) => id), ...derived]),
    );
  });

  it.each(registryProviders)('$id names a host that would work as a key', ({ id, host }) => {
    const built = buildProviderHost(registryProvider(id), examplesOf(id));
    const key = built.ok ? built.host : host.kind === 'own' ? host.example : '';
    expect(checkRegistryHost(key)).toEqual({ warnings: [] });
  });
});

test('no text makes recognising or parsing throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
      const provider = recogniseProvider(text);
      expect(registryProviders).toContain(provider);
      expect(hostnameOf(text)).not.toContain('/');
      for (const candidate of registryProviders) parseProviderHost(candidate, text);
    }),
  );
});

function examplesOf(id: (typeof registryProviders)[number]['id']): Record<string, string> {
  return Object.fromEntries(
    (registryProvider(id).hostParameters ?? []).map((parameter) => [parameter.id, parameter.example]),
  );
}
