import type { Connection } from '../../domain/connection/connection.ts';
import type { KnownSecret } from '../../domain/rollout/rollout-kind.ts';
import { mergeDetails, saySame, type Ground } from './merge-details.ts';
import { describeSecret, findRemembered, putRemembered } from './change-remembered.ts';
import type { RememberedSecret } from './remembered-schema.ts';
import { secretMemory } from './secret-memory.ts';

/** What somebody knows of a secret, whoever registered it; the dates of what was done here stay. */
export interface SecretDetails extends KnownSecret {
  readonly note: string;
}

/**
 * Keeps what was changed, and leaves what others have changed since; gives what was remembered until now. Fails where
 * both changed the same thing, or the memory does not take it; then nothing has changed.
 */
export async function rememberDetails(
  connection: Connection,
  entered: SecretDetails,
  ground: Ground,
  now: Date,
): Promise<RememberedSecret | undefined> {
  await secretMemory.refresh(connection.id);
  const known = findRemembered(connection, entered.name);
  const details = mergeDetails(entered, ground, known);
  const isSame = known !== undefined && saySame(known, details);
  // That there is no end is news after a rotation that left it open.
  if (isSame && known.formerEnd === undefined) return known;
  // Whoever changes something else says nothing of an open end.
  const formerEnd = isSame || details.expiresAt !== undefined ? undefined : known?.formerEnd;
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
