import { z } from 'zod/mini';
import { objectStoreName } from '../../object-store/object-store-name.ts';
import { buildStoreBody, emptyStore, type StoreValues } from '../../object-store/store-body.ts';
import { readStoreMetadata, storeMetadataSchema } from '../../object-store/store-metadata.ts';
import { storeSettings } from '../../object-store/store-settings.ts';
import { parseStoreType } from '../../object-store/store-types.ts';
import { objectPath } from '../../connection/object-path.ts';
import { inResourceGroup } from '../../resource-group/in-resource-group.ts';
import { defaultResourceGroup } from '../../resource-group/resource-group-id.ts';
import { presence, presenceProof } from '../presence.ts';
import type { KeptObject, RolloutKind, RolloutOrder } from '../rollout-kind.ts';
import { groupNeed } from './resource-group.ts';

const found = z.array(z.object({ name: z.string(), metadata: storeMetadataSchema }));

/**
 * An object store secret is identified by its name within its resource group. Its facts are what AI Core returns about
 * the store: where it is, but no credential.
 */
export const objectStoreSecret = {
  resource: 'objectStoreSecrets',
  hasQuota: false,
  heldIn: 'group',
  page: '/$tenant/object-store-secrets',
  newPage: '/$tenant/object-store-secrets/new',
  removal: (kept: KeptObject): RolloutOrder => base(kept),
  lists: (groups: readonly string[]) =>
    groups.map((group) => ({
      path,
      headers: inResourceGroup(group),
      isList: true,
      read: (objects) =>
        found.safeParse(objects).data?.map(({ name, metadata }) => toKept(name, group, metadata)),
    })),
  shownFacts: ({ facts }: KeptObject) =>
    [
      facts['resourceGroup'],
      facts['type'],
      facts['bucket'] ?? facts['containerUri'] ?? facts['nameNode'],
    ].filter((fact) => fact !== undefined),
  order: (resourceGroup: string, values: StoreValues, facts: KeptObject['facts'] = {}): RolloutOrder => {
    const { name, type } = values;
    const { usehttps, verifyssl } = facts;
    const headers = inResourceGroup(resourceGroup);
    const body = buildStoreBody(values, { usehttps, verifyssl });
    return {
      ...base({ name, facts: { ...facts, resourceGroup, type } }),
      says: { storage: type, settings: storeSettings(values, { usehttps, verifyssl }) },
      write: {
        create: { method: 'POST', path, headers, body },
        update: () => ({ method: 'PATCH', path: objectPath(path, name), headers, body }),
      },
      needs: groupNeed(resourceGroup),
    };
  },
} as const satisfies RolloutKind & { readonly order: unknown };

/** The form values of a kept store; only its credentials are missing. */
export function storeValuesOfKept({ name, facts }: KeptObject): StoreValues {
  const { type, resourceGroup: _, usehttps: __, verifyssl: ___, ...fields } = facts;
  return { ...emptyStore(parseStoreType(type)), ...fields, name };
}

const path = 'objectStoreSecrets';

function base(kept: KeptObject): RolloutOrder {
  const place = {
    path: objectPath(path, kept.name),
    headers: inResourceGroup(kept.facts['resourceGroup'] ?? defaultResourceGroup),
  };
  return {
    ...kept,
    says: {},
    lookup: { ...place, isList: false, read: (objects) => presence(found.safeParse(objects).data) },
    proof: { ...place, isList: false, read: (objects) => presenceProof(found.safeParse(objects).data) },
    remove: { ...place, method: 'DELETE' },
  };
}

function toKept(
  answered: string,
  resourceGroup: string,
  metadata: Readonly<Record<string, string | undefined>>,
): KeptObject {
  const { type, pathPrefix, fields, flags } = readStoreMetadata(metadata);
  const facts = Object.entries({ resourceGroup, type, pathPrefix, ...fields, ...flags });
  return {
    name: objectStoreName(answered),
    facts: Object.fromEntries(facts.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  };
}
