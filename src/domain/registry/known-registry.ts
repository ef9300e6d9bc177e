import { z } from 'zod/mini';

/** A registry that a secret is known to contain; its credential is not known. */
export interface KnownRegistry {
  readonly host: string;
  readonly username?: string | undefined;
}

/** The stored and transmitted form. */
export const knownRegistriesSchema = z.array(
  z.object({ host: z.string(), username: z.optional(z.string()) }),
);

/** Replaces the unknown password: without one, an entry would count as empty. */
const anyPassword = 'any';

/** An `auths` object with these registries, sufficient for matching. */
export function toAuths(registries: readonly KnownRegistry[]): Record<string, unknown> {
  return Object.fromEntries(
    registries.map(({ host, username = '' }) => [host, { username, password: anyPassword }]),
  );
}
