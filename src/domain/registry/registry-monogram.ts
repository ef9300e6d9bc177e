import { hostnameOf, recogniseProvider } from './provider-host.ts';
import type { RegistryProviderId } from './registry-provider.ts';

const monograms: Readonly<Partial<Record<RegistryProviderId, string>>> = {
  'docker-hub': 'DH',
  ghcr: 'GH',
  gitlab: 'GL',
  quay: 'QY',
  ecr: 'EC',
  'ecr-public': 'EC',
  'artifact-registry': 'GA',
  acr: 'AZ',
  harbor: 'HB',
  artifactory: 'JF',
  sap: 'SP',
  'sap-rbsc': 'SP',
  redhat: 'RH',
  ngc: 'NV',
  ibm: 'IB',
  digitalocean: 'DO',
  scaleway: 'SC',
};

/** Two letters for a registry's host: its product's, or the first two of the host; "?" for no host at all. */
export function registryMonogram(host: string): string {
  return (
    monograms[recogniseProvider(host).id] ??
    (hostnameOf(host)
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 2)
      .toUpperCase() ||
      '?')
  );
}
