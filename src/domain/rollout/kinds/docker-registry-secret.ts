import { z } from 'zod/mini';
import { buildSecretBody, type RegistryEntry } from '../../pull-secret/docker-config.ts';
import { knownRegistries } from '../../token/username-credential.ts';
import { presence, presenceProof } from '../presence.ts';
import type { KeptObject, RolloutKind, RolloutOrder } from '../rollout-kind.ts';

const found = z.array(z.object({ name: z.string() }));

interface SecretValues {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  /** A date, or a moment as ISO 8601 has it. */
  readonly expiresAt: string | undefined;
}

/** A Docker registry secret is the one of its name; AI Core never tells what it holds. */
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
      path: 'dockerRegistrySecrets',
      isList: true,
      read: (objects) => found.safeParse(objects).data?.map(({ name }) => ({ name, facts: {} })),
    },
  ],
  order: ({ name, entries, expiresAt }: SecretValues): RolloutOrder => {
    const body = buildSecretBody(name, entries);
    return {
      ...base(name),
      write: {
        create: { method: 'POST', path: 'dockerRegistrySecrets', body },
        update: () => ({ method: 'PATCH', path: pathOf(name), body }),
      },
      remembers: { name, registries: knownRegistries(entries), expiresAt },
    };
  },
} as const satisfies RolloutKind & { readonly order: unknown };

function base(name: string): RolloutOrder {
  const path = pathOf(name);
  return {
    name,
    facts: {},
    lookup: { path, isList: false, read: (objects) => presence(isThere(objects)) },
    proof: { path, isList: false, read: (objects) => presenceProof(isThere(objects)) },
    remove: { method: 'DELETE', path },
  };
}

function isThere(objects: readonly unknown[]): boolean | undefined {
  const secrets = found.safeParse(objects).data;
  return secrets && secrets.length > 0;
}

function pathOf(name: string): string {
  return `dockerRegistrySecrets/${encodeURIComponent(name)}`;
}
