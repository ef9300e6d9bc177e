/** In which resource groups a tenant-wide secret is, according to AI Core. */
export interface Replication {
  readonly arrived: readonly string[];
  readonly waiting: readonly string[];
}

/** Reads AI Core's `resourceGroupSecretsSyncStatus`; undefined if it is empty. */
export function readReplication(
  status: Readonly<Record<string, boolean>> | undefined,
): Replication | undefined {
  const entries = Object.entries(status ?? {}).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  if (entries.length === 0) return undefined;
  const groups = (isThere: boolean) => entries.filter(([, there]) => there === isThere).map(([id]) => id);
  return { arrived: groups(true), waiting: groups(false) };
}
