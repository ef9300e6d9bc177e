import { hostnameOf, recogniseProvider } from './provider-host.ts';

/** Two letters for a registry's host: those of its product, or the first two of the host; "?" for an empty host. */
export function registryMonogram(host: string): string {
  return (
    recogniseProvider(host).mark ??
    (hostnameOf(host)
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 2)
      .toUpperCase() ||
      '?')
  );
}
