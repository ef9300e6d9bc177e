/** What a role allows. An editor may do all, an auditor read and see the audit, a viewer read. */
export const roleNames = ['viewer', 'editor', 'auditor'] as const;
export type RoleName = (typeof roleNames)[number];

/** What has rights of its own in a tenant, as the admin API calls it; `*` is all of it. */
export const grantedResources = [
  '*',
  'dockerRegistrySecrets',
  'repositories',
  'applications',
  'resourceGroups',
  'objectStoreSecrets',
  'secrets',
] as const;

/** A right to one thing that somebody may do. */
export type Right = 'read' | 'write' | 'audit';

/** A role in some tenants. */
export interface Grant {
  role: RoleName;
  /** As the admin API calls it; `*` is all of them. */
  resource: string;
  /** Ids of tenants, in which `*` stands for any text. */
  tenants: readonly string[];
}

const rights: Record<RoleName, readonly Right[]> = {
  viewer: ['read'],
  auditor: ['read', 'audit'],
  editor: ['read', 'write', 'audit'],
};

function covers({ tenants }: Grant, tenantId: string): boolean {
  return tenants.some((pattern) => matches(pattern, tenantId));
}

/** Whether one of `grants` covers that tenant at all. */
export function seesTenant(grants: readonly Grant[], tenantId: string): boolean {
  return grants.some((grant) => covers(grant, tenantId));
}

/** Whether `grants` give that right to a resource of a tenant; `undefined` is what belongs to no resource. */
export function hasRight(
  grants: readonly Grant[],
  right: Right,
  { tenantId, resource }: { tenantId: string; resource: string | undefined },
): boolean {
  return grants.some((grant) => {
    const isOfIt = resource === undefined || grant.resource === '*' || grant.resource === resource;
    return isOfIt && rights[grant.role].includes(right) && covers(grant, tenantId);
  });
}

/** Whether `grants` give that right anywhere: in some tenant, to some resource. */
export function hasRightAnywhere(grants: readonly Grant[], right: Right): boolean {
  return grants.some(({ role, tenants }) => tenants.length > 0 && rights[role].includes(right));
}

/** What `grants` allow in one tenant: names of resources, `*` for all. */
export function describeRights(grants: readonly Grant[], tenantId: string) {
  const here = grants.filter((grant) => covers(grant, tenantId));
  const list = (right: Right) => {
    const resources = here.filter(({ role }) => rights[role].includes(right)).map(({ resource }) => resource);
    return resources.includes('*') ? ['*'] : [...new Set(resources)].toSorted();
  };
  return { read: list('read'), write: list('write'), audit: list('audit').includes('*') };
}

/** In linear time, unlike a regular expression made of the pattern. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
