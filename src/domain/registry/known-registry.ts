import { z } from 'zod/mini';

/** A registry that a secret is known to hold; nothing is known of its credential. */
export interface KnownRegistry {
  readonly host: string;
  readonly username?: string | undefined;
}

/** The same as it is stored and sent. */
export const knownRegistriesSchema = z.array(
  z.object({ host: z.string(), username: z.optional(z.string()) }),
);

/** Stands for a password that is not known here: without one an entry would count as empty. */
const anyPassword = 'any';

/** The `auths` of a secret with these registries, as far as matching needs them. */
export function toAuths(registries: readonly KnownRegistry[]): Record<string, unknown> {
  return Object.fromEntries(
    registries.map(({ host, username = '' }) => [host, { username, password: anyPassword }]),
  );
}
