/** One write of the admin API through the gateway, and what the audit log must say about it. */
export interface RandomWrite {
  /** Undefined for somebody who has not signed in. */
  user: string | undefined;
  groups: string;
  tenant: string;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From `/v2/admin/` on. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  action: 'create' | 'change' | 'delete' | 'refresh';
  resource: string;
  /** Undefined if what was entered is not a name. */
  name: string | undefined;
}

/** How a kind of resource is written; neither the gateway nor the simulator refuses this by itself. */
interface Kind {
  resource: string;
  create: (name: string) => object;
  update: (name: string) => object;
  /** Headers that say where in the tenant. */
  places: readonly Record<string, string>[];
}

const anywhere = [{}];
const login = { username: 'octo', password: 'invented' };
const dockerConfig = { '.dockerconfigjson': JSON.stringify({ auths: { 'ghcr.io': login } }) };
const source = { repositoryUrl: 'https://github.com/acme/a', revision: 'main', path: 'a' };
const bucket = {
  type: 'S3',
  bucket: 'models',
  data: { AWS_ACCESS_KEY_ID: 'invented', AWS_SECRET_ACCESS_KEY: 'invented' },
};
const value = { data: { token: 'aW52ZW50ZWQ=' } };

const kinds: readonly Kind[] = [
  {
    resource: 'dockerRegistrySecrets',
    create: (name) => ({ name, data: dockerConfig }),
    update: () => ({ data: dockerConfig }),
    places: anywhere,
  },
  {
    resource: 'repositories',
    create: (name) => ({ name, url: `https://github.com/acme/${name}`, ...login }),
    update: () => login,
    places: anywhere,
  },
  {
    resource: 'applications',
    create: (applicationName) => ({ applicationName, ...source }),
    update: () => source,
    places: anywhere,
  },
  {
    resource: 'resourceGroups',
    create: (resourceGroupId) => ({ resourceGroupId }),
    update: () => ({ labels: [{ key: 'ext.ai.sap.com/stage', value: 'test' }] }),
    places: anywhere,
  },
  {
    resource: 'objectStoreSecrets',
    create: (name) => ({ name, ...bucket }),
    update: (name) => ({ name, ...bucket }),
    places: [{}, { 'ai-resource-group': 'default' }, { 'ai-resource-group': 'nowhere' }],
  },
  {
    resource: 'secrets',
    create: (name) => ({ name, ...value }),
    update: () => value,
    places: [
      { 'ai-resource-group': 'default' },
      { 'ai-tenant-scope': 'true' },
      { 'ai-tenant-scope': 'true', 'ai-resource-group': '*' },
    ],
  },
];

/** Names that the simulator lets succeed, repeated so that some exist already and some do not. */
const plainNames = Array.from({ length: 8 }, (_, number) => `item-${number}`);
/** Names that make the simulator fail. */
const faultyNames =
  'fail-401 fail-403 fail-412 fail-429 fail-500 fail-500-inner fail-503 jwt-expired rbac-denied taken-400 taken-500 quota reset reset-after-write create-reset-after-write malformed'.split(
    ' ',
  );
const hangingNames = ['hang', 'hang-after-write'];

const names = [...plainNames, ...plainNames, ...plainNames, ...faultyNames];

/**
 * `pick` chooses from a list at random; of 100 writes one has a name that may never be answered, and 20 are mistaken.
 */
export function buildRandomWrite(
  number: number,
  tenants: readonly string[],
  pick: <T>(list: readonly T[]) => T,
): RandomWrite {
  const kind = pick(kinds);
  const name = pick(number % 100 === 99 ? hangingNames : names);
  const write: RandomWrite = {
    user: `editor-${number % 50}`,
    groups: 'admins',
    tenant: pick(tenants),
    ...buildCall(kind, name, pick),
  };
  return number % 5 === 4 ? pick(mistakes)(write) : write;
}

function buildCall(kind: Kind, name: string, pick: <T>(list: readonly T[]) => T) {
  const { resource } = kind;
  const headers = { 'content-type': 'application/json', ...pick(kind.places) };
  const collection = `/v2/admin/${resource}`;
  const about = { resource, name };
  const create = {
    ...about,
    method: 'POST',
    path: collection,
    headers,
    body: JSON.stringify(kind.create(name)),
    action: 'create',
  } as const;
  const change = {
    ...about,
    method: 'PATCH',
    path: `${collection}/${name}`,
    headers,
    body: JSON.stringify(kind.update(name)),
    action: 'change',
  } as const;
  const { 'content-type': _type, ...place } = headers;
  const bare = { ...about, headers: place, body: undefined };
  const remove = { ...bare, method: 'DELETE', path: `${collection}/${name}`, action: 'delete' } as const;
  const refresh = {
    ...about,
    method: 'POST',
    path: `${collection}/${name}/refresh`,
    headers,
    body: undefined,
    action: 'refresh',
  } as const;
  return pick([
    create,
    create,
    create,
    change,
    change,
    remove,
    resource === 'applications' ? refresh : create,
  ]);
}

/** What people do and enter that the gateway itself refuses. */
const mistakes: readonly ((write: RandomWrite) => RandomWrite)[] = [
  (write) => ({ ...write, user: undefined }),
  (write) => ({ ...write, user: 'viewer', groups: 'viewers', ...unreadName(write) }),
  (write) => ({ ...write, user: 'stranger', groups: 'acme-auditors', ...unreadName(write) }),
  (write) => ({ ...write, tenant: 'nobody' }),
  // Somebody who changes everything alone, and somebody who is quicker than a person can be.
  (write) => ({ ...write, ...wideWrite, user: 'wide' }),
  (write) => ({ ...write, user: 'hasty', tenant: 'acme-forecast' }),
  (write) => ({ ...write, headers: { ...write.headers, 'ai-resource-group': 'no group' } }),
  (write) => (write.body === undefined ? write : { ...write, body: '{}', ...unreadName(write) }),
  (write) =>
    write.method === 'PATCH' ? { ...write, path: `${write.path}%20x`, name: undefined } : { ...write },
  (write) => (write.method === 'PATCH' ? { ...write, method: 'PUT' } : { ...write }),
];

const wideWrite = {
  method: 'DELETE',
  path: '/v2/admin/dockerRegistrySecrets/everywhere',
  headers: {},
  body: undefined,
  action: 'delete',
  resource: 'dockerRegistrySecrets',
  name: 'everywhere',
} as const;

/** A name that only the body contains, which was not read. */
function unreadName({ action, name }: RandomWrite): Pick<RandomWrite, 'name'> {
  return { name: action === 'create' ? undefined : name };
}
