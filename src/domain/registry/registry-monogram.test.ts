import { expect, test } from 'vitest';
import { registryMonogram } from './registry-monogram.ts';

test.each([
  ['https://index.docker.io', 'DH'],
  ['ghcr.io', 'GH'],
  ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'EC'],
  ['europe-west3-docker.pkg.dev', 'GA'],
  ['acmeshared.azurecr.io', 'AZ'],
  ['harbor.acme.dev:8443', 'HB'],
  ['registry.internal.example', 'RE'],
  ['9-lives.example', '9L'],
  ['', '?'],
])('%s has the mark %s', (host, mark) => {
  expect(registryMonogram(host)).toBe(mark);
});
