import { hostnameOf, recogniseProvider } from './provider-host.ts';

/** Two letters for a registry's host: its product's, or the first two of the host; "?" for no host at all. */
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
