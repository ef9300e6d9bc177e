import { z } from 'zod/mini';
import { readReplication } from '../../generic-secret/replication.ts';
import { buildGenericSecretBody, type SecretEntry } from '../../generic-secret/secret-data.ts';
import { scopeHeaders, scopeKinds, type SecretScope } from '../../generic-secret/secret-scope.ts';
import { defaultResourceGroup } from '../../resource-group/resource-group-id.ts';
import { objectPath } from '../../connection/object-path.ts';
import { presence } from '../presence.ts';
import type { KeptObject, Proof, RolloutKind, RolloutOrder } from '../rollout-kind.ts';
import { groupNeed } from './resource-group.ts';

const found = z.array(
  z.object({
    name: z.string(),
    resourceGroupSecretsSyncStatus: z.catch(z.optional(z.record(z.string(), z.boolean())), undefined),
  }),
);

interface SecretValues {
  readonly name: string;
  readonly entries: readonly SecretEntry[];
}

/** A generic secret is identified by its name within its scope; AI Core returns neither its keys nor its values. */
export const genericSecret = {
  resource: 'secrets',
  hasQuota: false,
  heldIn: 'scope',
  page: '/$tenant/generic-secrets',
  newPage: '/$tenant/generic-secrets/new',
  removal: (kept: KeptObject): RolloutOrder => base(kept),
  lists: (groups: readonly string[]) =>
    [
      { kind: 'tenant' } as const,
      { kind: 'all' } as const,
      ...groups.map((group) => ({ kind: 'group', group }) as const),
    ].map((scope) => ({
      path,
      headers: scopeHeaders(scope),
      isList: true,
      read: (objects) =>
        found.safeParse(objects).data?.map(({ name }) => ({ name, facts: scopeFacts(scope) })),
    })),
  order: (scope: SecretScope, { name, entries }: SecretValues): RolloutOrder => {
    const headers = scopeHeaders(scope);
    const body = buildGenericSecretBody(name, entries);
    return {
      ...base({ name, facts: scopeFacts(scope) }),
      says: { keys: entries.map(({ key }) => key) },
      write: {
        create: { method: 'POST', path, headers, body },
        update: () => ({ method: 'PATCH', path: objectPath(path, name), headers, body: { data: body.data } }),
      },
      ...(scope.kind === 'group' && { needs: groupNeed(scope.group) }),
    };
  },
} as const satisfies RolloutKind & { readonly order: unknown };

/** A scope in the form in which it is kept. */
export function scopeFacts(scope: SecretScope): KeptObject['facts'] {
  return scope.kind === 'group' ? { scope: 'group', resourceGroup: scope.group } : { scope: scope.kind };
}

/** The scope that `scopeFacts` turned into facts. */
export function scopeOfFacts({
  scope,
  resourceGroup = defaultResourceGroup,
}: KeptObject['facts']): SecretScope {
  const kind = scopeKinds.find((one) => one === scope) ?? 'group';
  return kind === 'group' ? { kind, group: resourceGroup } : { kind };
}

const path = 'secrets';

function base(kept: KeptObject): RolloutOrder {
  const scope = scopeOfFacts(kept.facts);
  const headers = scopeHeaders(scope);
  const place = { path: objectPath(path, kept.name), headers, isList: false };
  return {
    ...kept,
    says: {},
    lookup: { ...place, read: (objects) => presence(found.safeParse(objects).data) },
    proof: { ...place, read: proof },
    remove: { method: 'DELETE', path: objectPath(path, kept.name), headers },
  };
}

/** A secret for all resource groups is settling until it is in each of them. */
function proof(objects: readonly unknown[]): Proof | undefined {
  const secrets = found.safeParse(objects).data;
  const [secret] = secrets ?? [];
  if (!secret) return secrets && { state: 'absent', says: '' };
  const waiting = readReplication(secret.resourceGroupSecretsSyncStatus)?.waiting ?? [];
  return { state: waiting.length > 0 ? 'settling' : 'settled', says: '' };
}
