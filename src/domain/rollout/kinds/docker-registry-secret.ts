import { z } from 'zod/mini';
import { buildSecretBody, type RegistryEntry } from '../../pull-secret/docker-config.ts';
import { knownRegistries } from '../../token/username-credential.ts';
import { objectPath } from '../../connection/object-path.ts';
import { presence, presenceProof } from '../presence.ts';
import type { KeptObject, RolloutKind, RolloutOrder } from '../rollout-kind.ts';

const found = z.array(z.object({ name: z.string() }));

interface SecretValues {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  /** A date or an ISO 8601 timestamp. */
  readonly expiresAt: string | undefined;
}

/** A Docker registry secret is identified by its name; AI Core never returns its content. */
export const dockerRegistrySecret = {
  resource: 'dockerRegistrySecrets',
  hasQuota: true,
  page: '/$tenant/docker-registry-secrets',
  newPage: '/$tenant/docker-registry-secrets/new',
  removal: ({ name }: KeptObject): RolloutOrder => ({
    ...base(name),
    remembers: { name, registries: [], expiresAt: undefined },
  }),
  lists: () => [
    {
      path,
      isList: true,
      read: (objects) => found.safeParse(objects).data?.map(({ name }) => ({ name, facts: {} })),
    },
  ],
  order: ({ name, entries, expiresAt }: SecretValues): RolloutOrder => {
    const body = buildSecretBody(name, entries);
    const registries = knownRegistries(entries);
    return {
      ...base(name),
      write: {
        create: { method: 'POST', path, body },
        update: () => ({ method: 'PATCH', path: objectPath(path, name), body }),
      },
      says: { registries },
      remembers: { name, registries, expiresAt },
    };
  },
} as const satisfies RolloutKind & { readonly order: unknown };

const path = 'dockerRegistrySecrets';

function base(name: string): RolloutOrder {
  const place = { path: objectPath(path, name), isList: false };
  return {
    name,
    facts: {},
    says: {},
    lookup: { ...place, read: (objects) => presence(found.safeParse(objects).data) },
    proof: { ...place, read: (objects) => presenceProof(found.safeParse(objects).data) },
    remove: { method: 'DELETE', path: objectPath(path, name) },
  };
}
