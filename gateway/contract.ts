/** What the console and its gateway agree on. The browser imports this file, so it stays small and free of Node. */
import * as z from 'zod/mini';

/** Names of resources in the admin API; `*` is all of them. */
const resourcesSchema = z.array(z.string());

const connectionSchema = z.object({
  id: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
  /** A path of this origin or an absolute https URL; `/v2/admin/…` is appended. */
  baseUrl: z.string().check(z.minLength(1)),
  auth: z.enum(['proxy', 'bearer']),
  demo: z.optional(z.boolean()),
  /** For example `prod.eu-central-1.aws`, if the API's host name tells it. */
  region: z.optional(z.string()),
  host: z.optional(z.string()),
  /** When the tenant's service key expires, as an ISO date, if the key tells it. */
  keyExpiresAt: z.optional(z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))),
  /** What the signed-in person may do in this tenant; everything if it is left out. */
  access: z.optional(z.object({ read: resourcesSchema, write: resourcesSchema, audit: z.boolean() })),
});

const signInSchema = z.object({
  mode: z.enum(['off', 'oidc', 'xsuaa', 'header']),
  /** Nobody has to sign in, although other machines can reach the gateway. */
  exposed: z.optional(z.boolean()),
  /** Nothing restricts who may do what, so everybody who signs in may do everything. */
  everybodyEdits: z.optional(z.boolean()),
  person: z.optional(z.object({ name: z.string() })),
  /** Signs out when the browser navigates there; it is not a page of the console's own router. */
  signOutUrl: z.optional(z.string()),
});

const problemSchema = z.object({ source: z.string(), message: z.string() });

/** The answer of `GET /config.json`. A file written by hand for a static host only needs `connections`. */
export const consoleConfigSchema = z.object({
  connections: z.array(connectionSchema),
  problems: z.prefault(z.array(problemSchema), []),
  /** A static host leaves it out. */
  signIn: z.optional(signInSchema),
  /** Whether this person can have credentials checked before they are saved. A static host cannot. */
  checks: z.optional(z.boolean()),
  /** What else the gateway offers: `approvals`, `audit`, `notes` (what it remembers about secrets), `overview`. */
  offers: z.optional(z.array(z.string())),
  /** A change to more tenants than this needs the approval of a second person; left out if none does. */
  approvalAbove: z.optional(z.number()),
});

/** The parsed answer of `GET /config.json`. */
export type ConsoleConfig = z.infer<typeof consoleConfigSchema>;

/** A page for signed-in people only that just says to close it: a new tab goes there to sign in again. */
export const signedInPath = '/auth/signed-in';

/** The id of the tenant whose secrets the page at this path lists; undefined for every other page. */
export function listedTenant(pathname: string): string | undefined {
  const [, tenant, page, ...more] = pathname.split('/');
  return page === 'docker-registry-secrets' && more.length === 0 ? tenant : undefined;
}

/** How many entries of a list the console asks for at once. */
const listPageSize = 100;

/** The path of a call for part of a list, after `/v2/admin/`: the entries after the first `skip`. */
export function listPath(resource: string, skip = 0): string {
  return `${resource}?$top=${listPageSize}&$skip=${skip}&$count=true`;
}

/** The path of the call for the quota of a resource, after `/v2/admin/`. */
export function quotaPath(resource: string): string {
  return `resourceQuota/${resource}`;
}

/** The `target` of the gateway's own errors, by which the console tells them from the admin API's. */
export const gatewayTarget = 'console-gateway';

/**
 * The codes of the gateway's own errors; all other codes are the admin API's.
 * After `GatewayTimeout`, `UpstreamReset`, `UpstreamMalformed`, `StoreUnavailable` and `InternalError` a write may or
 * may not have happened; after the others it has not. `UpstreamError` is an answer without an explanation: only its
 * status counts.
 */
export type GatewayErrorCode =
  | 'BadRequest'
  | 'OriginRefused'
  | 'NotFound'
  | 'TooManyRequests'
  | 'AuditUnavailable'
  | 'ApprovalNeeded'
  | 'ApprovalUnavailable'
  | 'StoreUnavailable'
  | 'PlanDecided'
  | 'NoteHoldsToken'
  | 'NoteChanged'
  | 'UnknownTenant'
  | 'SignInRequired'
  | 'SignInUnavailable'
  | 'AccessDenied'
  | 'MethodNotAllowed'
  | 'RequestTimeout'
  | 'BodyTooLarge'
  | 'UnsupportedMediaType'
  | 'MisdirectedRequest'
  | 'HeadersTooLarge'
  | 'InternalError'
  | 'TenantBusy'
  | 'TooManyChecks'
  | 'GatewayStopping'
  | 'TokenRequestFailed'
  | 'UpstreamError'
  | 'UpstreamUnreachable'
  | 'UpstreamReset'
  | 'UpstreamMalformed'
  | 'GatewayTimeout';
