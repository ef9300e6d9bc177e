/** Registries that log in at a server of another domain, and are known to: host by host. */
const pinnedRealms: Readonly<Record<string, string>> = { 'registry-1.docker.io': 'auth.docker.io' };

/**
 * Whether credentials for a registry may be sent to the token server that it names: over https, to the same host,
 * within the same registrable domain of the public suffix list, or to a pinned partner. The registry chooses the
 * address, so it is as foreign as a redirect.
 */
export async function mayReceiveCredentials(registryHost: string, realm: URL): Promise<boolean> {
  if (realm.protocol !== 'https:' || realm.username !== '' || realm.password !== '') return false;
  const { hostname } = realm;
  if (hostname === registryHost || pinnedRealms[registryHost] === hostname) return true;
  // Its list of suffixes takes some MB of memory, which most gateways never need.
  const { getDomain } = await import('tldts');
  const domain = getDomain(registryHost, { allowPrivateDomains: true });
  // An address has no domain, so that only the same one will do.
  return domain !== null && domain === getDomain(hostname, { allowPrivateDomains: true });
}
