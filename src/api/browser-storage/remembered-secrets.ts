import { useMemo } from 'react';
import { z } from 'zod/mini';
import type { Connection } from '../../domain/connection/connection.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { createLocalStore, useLocalStore } from './local-store.ts';

/**
 * What this browser remembers of the secrets that were registered or rotated in it, since AI Core tells
 * nothing but names: hosts, usernames and dates, never a credential.
 */
const rememberedSchema = z.object({
  connectionId: z.string(),
  name: z.string(),
  registries: z.array(z.object({ host: z.string(), username: z.optional(z.string()) })),
  registeredAt: z.optional(z.string()),
  rotatedAt: z.optional(z.string()),
  /** ISO 8601: a date chosen by the user, or the moment that a token names. */
  expiresAt: z.optional(z.string()),
});

export type RememberedSecret = z.infer<typeof rememberedSchema>;

const store = createLocalStore('remembered-secrets-1', z.array(rememberedSchema), []);

export interface RegisteredSecret {
  readonly name: string;
  readonly registries: readonly KnownRegistry[];
  readonly expiresAt: string | undefined;
}

/** All that is remembered of a tenant's secrets, by name. */
export function useRememberedSecrets(connection: Connection): ReadonlyMap<string, RememberedSecret> {
  const all = useLocalStore(store);
  return useMemo(
    () => new Map(all.filter((one) => one.connectionId === connection.id).map((one) => [one.name, one])),
    [all, connection.id],
  );
}

export function rememberRegistered(connection: Connection, secret: RegisteredSecret, now: Date): void {
  replace({ ...describe(connection, secret), registeredAt: now.toISOString() });
}

/** A rotation keeps the date of the registration, where this browser knows it. */
export function rememberRotated(connection: Connection, secret: RegisteredSecret, now: Date): void {
  const registeredAt = find(connection, secret.name)?.registeredAt;
  replace({
    ...describe(connection, secret),
    ...(registeredAt !== undefined && { registeredAt }),
    rotatedAt: now.toISOString(),
  });
}

export function forgetSecret(connection: Connection, name: string): void {
  store.write(store.read().filter((one) => !isOf(one, connection, name)));
}

export interface SecretChange {
  readonly connection: Connection;
  readonly change: 'registered' | 'rotated' | 'deleted';
}

/** What was done to the secret of that name in many tenants, kept in one go. */
export function rememberChanges(changes: readonly SecretChange[], secret: RegisteredSecret, now: Date): void {
  const changed = new Set(changes.map(({ connection }) => connection.id));
  const isChanged = (one: RememberedSecret) => one.name === secret.name && changed.has(one.connectionId);
  const known = store.read();
  const registeredAt = new Map(
    known.filter(isChanged).map((one) => [one.connectionId, one.registeredAt] as const),
  );
  const added = changes.flatMap(({ connection, change }): RememberedSecret[] => {
    if (change === 'deleted') return [];
    const described = describe(connection, secret);
    if (change === 'registered') return [{ ...described, registeredAt: now.toISOString() }];
    const before = registeredAt.get(connection.id);
    return [
      {
        ...described,
        ...(before !== undefined && { registeredAt: before }),
        rotatedAt: now.toISOString(),
      },
    ];
  });
  store.write([...known.filter((one) => !isChanged(one)), ...added]);
}

export function forgetAllSecrets(connection: Connection): void {
  store.write(store.read().filter((one) => one.connectionId !== connection.id));
}

function describe(
  connection: Connection,
  { name, registries, expiresAt }: RegisteredSecret,
): RememberedSecret {
  return {
    connectionId: connection.id,
    name,
    registries: [...registries],
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

function find(connection: Connection, name: string): RememberedSecret | undefined {
  return store.read().find((one) => isOf(one, connection, name));
}

function replace(secret: RememberedSecret): void {
  const others = store
    .read()
    .filter((one) => one.connectionId !== secret.connectionId || one.name !== secret.name);
  store.write([...others, secret]);
}

function isOf(secret: RememberedSecret, connection: Connection, name: string): boolean {
  return secret.connectionId === connection.id && secret.name === name;
}
