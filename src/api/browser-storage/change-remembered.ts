import type { Connection } from '../../domain/connection/connection.ts';
import type { KnownSecret } from '../../domain/rollout/rollout-kind.ts';
import { useLocalStore } from './local-store.ts';
import type { RememberedSecret } from './remembered-schema.ts';
import { browserMemory, secretMemory } from './secret-memory.ts';

export function rememberRegistered(connection: Connection, secret: KnownSecret, now: Date): void {
  putRemembered({ ...describeSecret(connection, secret), registeredAt: now.toISOString() });
}

export function rememberRotated(connection: Connection, secret: KnownSecret, now: Date): void {
  putRemembered(rotated(connection, secret, findRemembered(connection, secret.name), now));
}

export interface SecretChange {
  readonly connection: Connection;
  readonly change: 'registered' | 'rotated' | 'deleted';
}

/** What was done to the secret of that name in many tenants, stored in one go. */
export function rememberChanges(changes: readonly SecretChange[], secret: KnownSecret, now: Date): void {
  const changed = new Set(changes.map(({ connection }) => connection.id));
  const isChanged = (one: RememberedSecret) => one.name === secret.name && changed.has(one.connectionId);
  const known = secretMemory.read();
  const before = new Map(known.filter(isChanged).map((one) => [one.connectionId, one]));
  const added = changes.flatMap(({ connection, change }): RememberedSecret[] => {
    if (change === 'deleted') return [];
    if (change === 'rotated') return [rotated(connection, secret, before.get(connection.id), now)];
    return [{ ...describeSecret(connection, secret), registeredAt: now.toISOString() }];
  });
  secretMemory.write([...known.filter((one) => !isChanged(one)), ...added]);
}

export function forgetSecret(connection: Connection, name: string): void {
  secretMemory.write(secretMemory.read().filter((one) => !isOf(one, connection, name)));
}

/** Restores what was remembered of a secret before a change; undefined means nothing was. */
export function restoreSecret(
  connection: Connection,
  name: string,
  before: RememberedSecret | undefined,
): void {
  if (before) putRemembered(before);
  else forgetSecret(connection, name);
}

export function describeSecret(
  connection: Connection,
  { name, registries, expiresAt }: KnownSecret,
): RememberedSecret {
  return {
    connectionId: connection.id,
    name,
    registries: [...registries],
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/**
 * A rotation keeps the date of the registration and the note, where this browser knows them. The expiry date belonged
 * to the old credential: without a new date, the expiry of the new one is unknown.
 */
function rotated(
  connection: Connection,
  secret: KnownSecret,
  before: RememberedSecret | undefined,
  now: Date,
): RememberedSecret {
  const { registeredAt, note } = before ?? {};
  const formerEnd = secret.expiresAt === undefined ? (before?.expiresAt ?? before?.formerEnd) : undefined;
  return {
    ...describeSecret(connection, secret),
    ...(registeredAt !== undefined && { registeredAt }),
    ...(formerEnd !== undefined && { formerEnd }),
    ...(note !== undefined && { note }),
    rotatedAt: now.toISOString(),
  };
}

/** What is remembered of one secret at the moment. */
export function findRemembered(connection: Connection, name: string): RememberedSecret | undefined {
  return secretMemory.read().find((one) => isOf(one, connection, name));
}

/** Replaces what was remembered of it. */
export function putRemembered(secret: RememberedSecret): void {
  const others = secretMemory
    .read()
    .filter((one) => one.connectionId !== secret.connectionId || one.name !== secret.name);
  secretMemory.write([...others, secret]);
}

/** The number of secrets this browser remembers, across all tenants; those that only a gateway knows do not count. */
export function useRememberedCount(): number {
  return useLocalStore(browserMemory).length;
}

/** Forgets what this browser remembers; what a gateway knows stays. */
export function forgetEverySecret(): void {
  browserMemory.write([]);
}

function isOf(secret: RememberedSecret, connection: Connection, name: string): boolean {
  return secret.connectionId === connection.id && secret.name === name;
}
