import { z } from 'zod/mini';
import { labelKeyEnd } from '../../resource-group/resource-group-labels.ts';
import { parseResourceGroupStatus } from '../../resource-group/resource-group-status.ts';
import { objectPath } from '../../connection/object-path.ts';
import { lenientText } from '../../text/lenient-text.ts';
import { presence } from '../presence.ts';
import type { KeptObject, Proof, RolloutKind, RolloutOrder } from '../rollout-kind.ts';

const found = z.array(
  z.object({
    resourceGroupId: z.string(),
    status: lenientText,
    labels: z.catch(z.optional(z.array(z.object({ key: z.string(), value: z.string() }))), undefined),
  }),
);

interface GroupValues {
  readonly name: string;
  readonly labels: readonly { readonly key: string; readonly value: string }[];
}

/** A resource group is identified by its id. Its facts are the labels that a customer may set. */
export const resourceGroup = {
  resource: 'resourceGroups',
  hasQuota: true,
  page: '/$tenant/resource-groups',
  newPage: '/$tenant/resource-groups/new',
  removal: (kept: KeptObject): RolloutOrder => base(kept),
  lists: () => [
    {
      path,
      isList: true,
      read: (objects) =>
        found
          .safeParse(objects)
          .data?.map(({ resourceGroupId: name, labels = [] }) => toKept({ name, labels })),
    },
  ],
  copy: (kept: KeptObject): RolloutOrder => order({ name: kept.name, labels: labelsOf(kept) }),
  shownFacts: ({ facts }: KeptObject) =>
    Object.entries(facts).map(([key, value]) => `${labelKeyEnd(key) ?? key}=${value}`),
  order,
} as const satisfies RolloutKind & { readonly order: unknown };

/** The need of anything that belongs in the resource group with this id. */
export function groupNeed(id: string): string {
  return `resource-group ${id}`;
}

const path = 'resourceGroups';

function order(values: GroupValues): RolloutOrder {
  const { name, labels } = values;
  const body = { resourceGroupId: name, ...(labels.length > 0 && { labels }) };
  return {
    ...base(toKept(values)),
    says: { settings: Object.fromEntries(labels.map(({ key, value }) => [key, value])) },
    write: {
      create: { method: 'POST', path, body },
      createOverwrites: true,
      update: () => ({
        method: 'PATCH',
        path: objectPath(path, name),
        body: { labels },
        mayAnswerNothing: true,
      }),
    },
    provides: groupNeed(name),
  };
}

function base(kept: KeptObject): RolloutOrder {
  const place = { path: objectPath(path, kept.name), isList: false };
  return {
    ...kept,
    says: {},
    lookup: { ...place, read: (objects) => presence(found.safeParse(objects).data) },
    proof: { ...place, read: proof },
    remove: { method: 'DELETE', path: objectPath(path, kept.name) },
  };
}

const proofs = {
  PROVISIONED: 'settled',
  PROVISIONING: 'settling',
  ERROR: 'broken',
  UNKNOWN: 'broken',
} as const;

function proof(objects: readonly unknown[]): Proof | undefined {
  const groups = found.safeParse(objects).data;
  const [group] = groups ?? [];
  if (!group) return groups && { state: 'absent', says: '' };
  const { status = '' } = group;
  return { state: proofs[parseResourceGroupStatus(status)], says: status };
}

/** AI Core's own labels are left out: they must not be copied to other tenants. */
function toKept({ name, labels }: GroupValues): KeptObject {
  const own = labels.filter(({ key }) => labelKeyEnd(key) !== undefined);
  return { name, facts: Object.fromEntries(own.map(({ key, value }) => [key, value])) };
}

function labelsOf({ facts }: KeptObject): GroupValues['labels'] {
  return Object.entries(facts).map(([key, value]) => ({ key, value }));
}
