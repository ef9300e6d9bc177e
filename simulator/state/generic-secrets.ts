import { buildSeedGenericSecretBody } from './seed.ts';

/** A generic secret: its values are in the bytes of the request that wrote it, and nowhere else. */
export interface StoredGenericSecret {
  readonly name: string;
  readonly createdAt: Date;
  lastBody: Buffer;
  /** Of one that reaches every resource group: how many more answers show it on its way there. */
  pendingReads: number;
}

/** The generic secrets of one place, by name. */
export type GenericSecrets = Map<string, StoredGenericSecret>;

/** How many answers show a secret that is on its way to the resource groups. */
export const readsUntilReplicated = 2;

/** The secrets of the start, which have reached their groups. */
export function seedGenericSecrets(names: readonly string[], createdAt: Date): GenericSecrets {
  return new Map(
    names.map((name) => [
      name,
      { name, createdAt, lastBody: buildSeedGenericSecretBody(name), pendingReads: 0 },
    ]),
  );
}
