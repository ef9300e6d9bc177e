import { seedGenericSecrets, type GenericSecrets } from './generic-secrets.ts';
import type { SeedObjectStore, SeedResourceGroup } from './seed.ts';

/** As the admin API spells them. */
type ResourceGroupStatus = 'PROVISIONED' | 'PROVISIONING' | 'ERROR';

/** A label in the form of the admin API. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** What the API shows of an object store secret. The rest is kept as the bytes of the request that wrote it. */
export interface StoredObjectStore {
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly lastBody: Buffer;
}

/** `pendingReads`: how many more answers show PROVISIONING, or a group that is being deleted, before that ends. */
export interface StoredResourceGroup {
  readonly id: string;
  readonly createdAt: Date;
  labels: readonly Label[];
  outcome: Exclude<ResourceGroupStatus, 'PROVISIONING'>;
  pendingReads: number;
  deleting: boolean;
  readonly objectStores: Map<string, StoredObjectStore>;
  readonly genericSecrets: GenericSecrets;
}

/** How many answers show a group that is being created or deleted. */
export const readsUntilSettled = 2;

/** An id that contains this word ends in ERROR. */
const failingWord = 'provision-error';

/** A newly created group. */
export function newResourceGroup(
  id: string,
  labels: readonly Label[],
  createdAt: Date,
  genericSecrets: readonly string[] = [],
): StoredResourceGroup {
  return {
    id,
    createdAt,
    labels,
    outcome: id.toLowerCase().includes(failingWord) ? 'ERROR' : 'PROVISIONED',
    pendingReads: readsUntilSettled,
    deleting: false,
    objectStores: new Map(),
    genericSecrets: seedGenericSecrets(genericSecrets, createdAt),
  };
}

/** A seed group, which is already provisioned or in ERROR. */
export function seedResourceGroup(
  { id, labels, fails, objectStores, genericSecrets }: SeedResourceGroup,
  createdAt: Date,
) {
  const group = newResourceGroup(id, labels, createdAt, genericSecrets);
  group.pendingReads = 0;
  group.outcome = fails ? 'ERROR' : 'PROVISIONED';
  for (const store of objectStores) group.objectStores.set(store.name, seedObjectStore(store));
  return group;
}

function seedObjectStore({ name, metadata }: SeedObjectStore): StoredObjectStore {
  const type = metadata['storage.ai.sap.com/type'];
  return { name, metadata, lastBody: Buffer.from(JSON.stringify({ name, type, data: {} })) };
}
