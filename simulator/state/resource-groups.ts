import { seedGenericSecrets, type GenericSecrets } from './generic-secrets.ts';
import type { SeedObjectStore, SeedResourceGroup } from './seed.ts';

/** As the admin API spells them. */
type ResourceGroupStatus = 'PROVISIONED' | 'PROVISIONING' | 'ERROR';

/** A label as the admin API has it. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** What the API tells of an object store secret. The rest is kept as the bytes of the request that wrote it. */
export interface StoredObjectStore {
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly lastBody: Buffer;
}

/** `pendingReads` says how many more answers show PROVISIONING, or a group that is being deleted, before it ends. */
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

/** How many answers show a group that is being made or deleted. */
export const readsUntilSettled = 2;

/** An id that holds this word ends in ERROR. */
const failingWord = 'provision-error';

/** A group that was just asked for. */
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

/** A group of the start, which has settled. */
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
