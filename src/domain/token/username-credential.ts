import type { KnownRegistry } from '../registry/known-registry.ts';
import { registryProviders } from '../registry/registry-providers.ts';
import { looksLikeToken } from './token-kinds.ts';

/** The username of one registry with what stands beside it. */
export interface RegistryLogin {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

const tokenHosts = registryProviders
  .filter(({ username }) => username.sameAsToken)
  .flatMap(({ recognisedBy }) => recognisedBy);
/** No account is called by so many letters and digits in one word; a token is. */
const opaqueWord = /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_-]{40,}$/;

/**
 * True for a username that is a credential, so that it is neither shown nor remembered: it equals the password,
 * has a token's form, or stands where the registry wants its token (DigitalOcean), even one replaced since.
 */
export function isCredentialUsername({ host, username, password }: RegistryLogin): boolean {
  if (username === '') return false;
  return (
    username === password || isTokenHost(host) || looksLikeToken(username) || opaqueWord.test(username.trim())
  );
}

/** Part of the host is enough, whatever stands around it, and quick for a secret of thousands. */
function isTokenHost(host: string): boolean {
  const lower = host.toLowerCase();
  return tokenHosts.some((known) => lower.includes(known));
}

/** What may be remembered of the registries of a secret. */
export function knownRegistries(logins: readonly RegistryLogin[]): KnownRegistry[] {
  return logins.map((login) =>
    isCredentialUsername(login) ? { host: login.host } : { host: login.host, username: login.username },
  );
}
