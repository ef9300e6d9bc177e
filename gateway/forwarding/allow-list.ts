/** A call of the admin API that is forwarded: its methods and query parameters. */
export interface AllowedRoute {
  methods: readonly string[];
  query: readonly string[];
  /** Headers that say where in the tenant, in lowercase; only values of this form are passed on. */
  scope?: Readonly<Record<string, RegExp>>;
}

const paging = ['$top', '$skip', '$count'];
const inGroup = { 'ai-resource-group': /^[a-zA-Z0-9][a-zA-Z0-9.-]{1,251}[a-zA-Z0-9]$/ };

/** In a group, in the tenant itself, or in all groups at once: both headers, with the group `*`. */
const inScope = {
  'ai-resource-group': /^(?:\*|[a-zA-Z0-9][a-zA-Z0-9.-]{1,251}[a-zA-Z0-9])$/,
  'ai-tenant-scope': /^true$/,
};

/** By route pattern below a tenant. Nothing else leaves the gateway. */
export const allowedRoutes: Readonly<Record<string, AllowedRoute>> = {
  '/v2/admin/dockerRegistrySecrets': { methods: ['GET', 'POST'], query: paging },
  '/v2/admin/dockerRegistrySecrets/:name': { methods: ['GET', 'PATCH', 'DELETE'], query: [] },
  '/v2/admin/repositories': { methods: ['GET', 'POST'], query: paging },
  '/v2/admin/repositories/:name': { methods: ['GET', 'PATCH', 'DELETE'], query: [] },
  '/v2/admin/applications': { methods: ['GET', 'POST'], query: paging },
  '/v2/admin/applications/:name': { methods: ['GET', 'PATCH', 'DELETE'], query: [] },
  '/v2/admin/applications/:name/status': { methods: ['GET'], query: [] },
  '/v2/admin/applications/:name/refresh': { methods: ['POST'], query: [] },
  '/v2/admin/resourceQuota/dockerRegistrySecrets': { methods: ['GET'], query: ['quotaOnly'] },
  '/v2/admin/resourceQuota/repositories': { methods: ['GET'], query: ['quotaOnly'] },
  '/v2/admin/resourceQuota/applications': { methods: ['GET'], query: ['quotaOnly'] },
  '/v2/admin/resourceGroups': { methods: ['GET', 'POST'], query: paging },
  '/v2/admin/resourceGroups/:name': { methods: ['GET', 'PATCH', 'DELETE'], query: [] },
  '/v2/admin/resourceQuota/resourceGroups': { methods: ['GET'], query: ['quotaOnly'] },
  '/v2/admin/objectStoreSecrets': { methods: ['GET', 'POST'], query: paging, scope: inGroup },
  '/v2/admin/objectStoreSecrets/:name': {
    methods: ['GET', 'PATCH', 'DELETE'],
    query: [],
    scope: inGroup,
  },
  '/v2/admin/secrets': { methods: ['GET', 'POST'], query: paging, scope: inScope },
  '/v2/admin/secrets/:name': { methods: ['GET', 'PATCH', 'DELETE'], query: [], scope: inScope },
  '/v2/admin/resourceQuota/secrets': { methods: ['GET'], query: ['quotaOnly'] },
  '/v2/admin/tenantInfo': { methods: ['GET'], query: [] },
};

/** Resources that belong to a resource group or a scope, which a header names. */
export const heldSomewhere: ReadonlySet<string> = new Set(
  Object.entries(allowedRoutes).flatMap(([pattern, { scope }]) =>
    scope ? (pattern.split('/')[3] ?? []) : [],
  ),
);

/** The admin API's path for a pattern and a name; undefined if the name is not valid. */
export function buildAdminPath(pattern: string, name: string | undefined): string | undefined {
  if (!pattern.includes('/:name')) return pattern;
  const isName = name !== undefined && /^[a-z0-9._-]{1,253}$/i.test(name) && !/^\.+$/.test(name);
  return isName ? pattern.replace(':name', name) : undefined;
}

/**
 * The request's headers that say where in the tenant. Undefined if one is malformed: without it the call would go
 * somewhere else.
 */
export function buildScopeHeaders(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
  allowed: AllowedRoute['scope'] = {},
): Readonly<Record<string, string>> | undefined {
  const headers: Record<string, string> = {};
  for (const [name, form] of Object.entries(allowed)) {
    const value = given[name];
    if (value === undefined) continue;
    if (typeof value !== 'string' || !form.test(value)) return undefined;
    headers[name] = value;
  }
  return headers;
}

/** The query string with only the allowed parameters, including its question mark; empty if there are none. */
export function buildAdminQuery(url: string, allowed: readonly string[]): string {
  const start = url.indexOf('?');
  const given = new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
  const kept = [...given].filter(([name]) => allowed.includes(name));
  // `$` needs no escape in a query, and SAP's own examples do not escape it.
  const query = new URLSearchParams(kept).toString().replaceAll('%24', '$');
  return query && `?${query}`;
}
