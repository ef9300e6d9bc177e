/** Registries that are known to log in at a server of another domain, host by host. */
const pinnedRealms: Readonly<Record<string, string>> = { 'registry-1.docker.io': 'auth.docker.io' };

/**
 * Whether credentials for a registry may be sent to the token server that it names: over https, to the same host,
 * within the same registrable domain of the public suffix list, or to a pinned partner. The registry chooses this
 * address, so it deserves no more trust than a redirect.
 */
export async function mayReceiveCredentials(registryHost: string, realm: URL): Promise<boolean> {
  if (realm.protocol !== 'https:' || realm.username !== '' || realm.password !== '') return false;
  const { hostname } = realm;
  if (hostname === registryHost || pinnedRealms[registryHost] === hostname) return true;
  // Loaded on demand: its list of suffixes takes some MB of memory, which most gateways never need.
  const { getDomain } = await import('tldts');
  const domain = getDomain(registryHost, { allowPrivateDomains: true });
  // An IP address has no domain, so only the same address is accepted.
  return domain !== null && domain === getDomain(hostname, { allowPrivateDomains: true });
}
