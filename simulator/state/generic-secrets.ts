import { buildSeedGenericSecretBody } from './seed.ts';

/** A generic secret. Its values are only in the bytes of the request that wrote it. */
export interface StoredGenericSecret {
  readonly name: string;
  readonly createdAt: Date;
  lastBody: Buffer;
  /** For a tenant-wide secret: how many more answers show it on its way to the groups. */
  pendingReads: number;
}

/** The generic secrets of one place, by name. */
export type GenericSecrets = Map<string, StoredGenericSecret>;

/** How many answers show a secret on its way to the resource groups. */
export const readsUntilReplicated = 2;

/** The seed secrets, which have already reached their groups. */
export function seedGenericSecrets(names: readonly string[], createdAt: Date): GenericSecrets {
  return new Map(
    names.map((name) => [
      name,
      { name, createdAt, lastBody: buildSeedGenericSecretBody(name), pendingReads: 0 },
    ]),
  );
}
