/** What is known of a connection's service key. */
export interface OfferedConnection {
  readonly id: string;
  readonly label: string;
  /** As an ISO date, where the key tells it. */
  readonly keyExpiresAt?: string | undefined;
}

/** A connection whose service key ends soon, or has ended. */
export interface EndingKey {
  readonly id: string;
  readonly label: string;
  readonly endsAt: Date;
}

const shownBeforeMs = 7 * 24 * 3_600_000;

/** The connections whose service keys end within seven days of `now`, or have ended; the next to end comes first. */
export function listEndingKeys(connections: readonly OfferedConnection[], now: Date): EndingKey[] {
  return connections
    .flatMap(({ id, label, keyExpiresAt }) =>
      keyExpiresAt === undefined ? [] : [{ id, label, endsAt: new Date(keyExpiresAt) }],
    )
    .filter(({ endsAt }) => endsAt.getTime() - now.getTime() <= shownBeforeMs)
    .toSorted((one, other) => one.endsAt.getTime() - other.endsAt.getTime());
}
