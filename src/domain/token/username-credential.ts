import type { KnownRegistry } from '../registry/known-registry.ts';
import { registryProviders } from '../registry/registry-providers.ts';
import { looksLikeToken } from './token-kinds.ts';

/** The username of one registry, with its host and password. */
export interface RegistryLogin {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

const tokenHosts = registryProviders
  .filter(({ username }) => username.sameAsToken)
  .flatMap(({ recognisedBy }) => recognisedBy);
/** Account names are not this long a mix of letters and digits; tokens are. */
const opaqueWord = /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_-]{40,}$/;

/**
 * True if a username is a credential, so that it is neither shown nor remembered: it equals the password, has the form
 * of a token, or belongs to a registry whose username is the token (DigitalOcean), even one replaced since.
 */
export function isCredentialUsername({ host, username, password }: RegistryLogin): boolean {
  if (username === '') return false;
  return (
    username === password || isTokenHost(host) || looksLikeToken(username) || opaqueWord.test(username.trim())
  );
}

/** Finding the known host anywhere in the text is sufficient, and fast enough for thousands of entries. */
function isTokenHost(host: string): boolean {
  const lower = host.toLowerCase();
  return tokenHosts.some((known) => lower.includes(known));
}

/** The parts of a secret's registries that may be remembered. */
export function knownRegistries(logins: readonly RegistryLogin[]): KnownRegistry[] {
  return logins.map((login) =>
    isCredentialUsername(login) ? { host: login.host } : { host: login.host, username: login.username },
  );
}
