/** What is known of a connection's service key. */
export interface OfferedConnection {
  readonly id: string;
  readonly label: string;
  /** As an ISO date, if the key has one. */
  readonly keyExpiresAt?: string | undefined;
}

/** A connection whose service key expires soon or has expired. */
export interface EndingKey {
  readonly id: string;
  readonly label: string;
  readonly endsAt: Date;
}

const shownBeforeMs = 7 * 24 * 3_600_000;

/** The connections whose service keys expire within seven days of `now` or have expired, soonest first. */
export function listEndingKeys(connections: readonly OfferedConnection[], now: Date): EndingKey[] {
  return connections
    .flatMap(({ id, label, keyExpiresAt }) =>
      keyExpiresAt === undefined ? [] : [{ id, label, endsAt: new Date(keyExpiresAt) }],
    )
    .filter(({ endsAt }) => endsAt.getTime() - now.getTime() <= shownBeforeMs)
    .toSorted((one, other) => one.endsAt.getTime() - other.endsAt.getTime());
}
