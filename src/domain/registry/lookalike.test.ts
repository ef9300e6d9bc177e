import { expect, test } from 'vitest';
import { dockerHubKey } from './docker-hub.ts';
import { lookalikeOf } from './lookalike.ts';
import { checkRegistryHost } from './registry-host.ts';
import { registryProviders } from './registry-providers.ts';

test.each([
  ['ghrc.io', 'ghcr.io'],
  ['gchr.io', 'ghcr.io'],
  ['ghccr.io', 'ghcr.io'],
  ['ghr.io', 'ghcr.io'],
  ['ghcr.co', 'ghcr.io'],
  ['guay.io', 'quay.io'],
  ['nvcr.com', 'nvcr.io'],
  ['docker.oi', dockerHubKey],
  ['registry.gitlap.com', 'registry.gitlab.com'],
  ['public.ecr.was', 'public.ecr.aws'],
  ['acme.jfrogs.io', 'acme.jfrog.io'],
  ['europe-west3-docker.pgk.dev', 'europe-west3-docker.pkg.dev'],
  ['1.dkr.ecr.eu-central-1.amazonws.com', '1.dkr.ecr.eu-central-1.amazonaws.com'],
])('%s resembles %s', (name, known) => {
  expect(lookalikeOf(name)).toBe(known);
});

test.each([
  'registry.example.com',
  'quay.example.com',
  'registry.gitlab.example',
  'harbor.com',
  'a',
  'cr.io',
])('%s resembles no other', (name) => {
  expect(lookalikeOf(name)).toBeUndefined();
});

test('no known registry resembles another, and none is warned about', () => {
  const hosts = registryProviders.flatMap(({ recognisedBy }) =>
    recognisedBy.filter((host) => !host.startsWith('.')),
  );
  for (const host of hosts) {
    const codes = checkRegistryHost(host).warnings.map(({ code }) => code);
    expect([host, codes.includes('lookalike')]).toEqual([host, false]);
  }
});
