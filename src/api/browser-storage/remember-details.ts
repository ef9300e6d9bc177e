import type { Connection } from '../../domain/connection/connection.ts';
import type { KnownSecret } from '../../domain/rollout/rollout-kind.ts';
import { isSameDetails, mergeDetails, type EditBase } from './merge-details.ts';
import { describeSecret, findRemembered, putRemembered } from './change-remembered.ts';
import type { RememberedSecret } from './remembered-schema.ts';
import { secretMemory } from './secret-memory.ts';

/** What a user knows of a secret, whoever registered it; the dates of what was done in the console stay. */
export interface SecretDetails extends KnownSecret {
  /** The expiry of the previous credential, while that of the new one is unknown. */
  readonly formerEnd?: string | undefined;
  readonly note: string;
}

/**
 * Stores the edited fields and keeps what others have changed since; returns what was remembered before. Rejects,
 * without changing anything, if both changed the same field or it could not be stored.
 */
export async function rememberDetails(
  connection: Connection,
  entered: SecretDetails,
  base: EditBase,
  now: Date,
): Promise<RememberedSecret | undefined> {
  await secretMemory.refresh(connection.id);
  const known = findRemembered(connection, entered.name);
  const details = mergeDetails(entered, base, known);
  if (isSameDetails(known, details)) return known;
  const { formerEnd } = details;
  const { registeredAt, rotatedAt, registeredBy, rotatedBy } = known ?? {};
  const secret = {
    ...describeSecret(connection, details),
    ...(registeredAt !== undefined && { registeredAt }),
    ...(rotatedAt !== undefined && { rotatedAt }),
    ...(registeredBy !== undefined && { registeredBy }),
    ...(rotatedBy !== undefined && { rotatedBy }),
    ...(formerEnd !== undefined && { formerEnd }),
    ...(details.note !== '' && { note: details.note }),
    detailsAt: now.toISOString(),
  };
  await secretMemory.keep(secret);
  putRemembered(secret);
  return known;
}
