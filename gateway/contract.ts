/**
 * What the console and its gateway agree on. The browser imports this file, so it stays free of Node and small.
 */
import * as z from 'zod/mini';

/** Names of resources as the admin API calls them; `*` is all of them. */
const resourcesSchema = z.array(z.string());

const connectionSchema = z.object({
  id: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
  /** A path of this origin or an absolute https URL; `/v2/admin/…` is appended. */
  baseUrl: z.string().check(z.minLength(1)),
  auth: z.enum(['proxy', 'bearer']),
  demo: z.optional(z.boolean()),
  /** For example `prod.eu-central-1.aws`, where the API's host name tells it. */
  region: z.optional(z.string()),
  host: z.optional(z.string()),
  /** When the tenant's service key ends, as an ISO date, where the key tells it. */
  keyExpiresAt: z.optional(z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))),
  /** What the signed-in person may do in this tenant; everything where it is left out. */
  access: z.optional(z.object({ read: resourcesSchema, write: resourcesSchema, audit: z.boolean() })),
});

const signInSchema = z.object({
  mode: z.enum(['off', 'oidc', 'xsuaa', 'header']),
  /** Nobody is asked who they are, although others than this machine reach the gateway. */
  exposed: z.optional(z.boolean()),
  /** Nothing says who may do what, so that everybody who signs in may do everything. */
  everybodyEdits: z.optional(z.boolean()),
  person: z.optional(z.object({ name: z.string() })),
  /** Signs out when a browser goes there, which is no page of the console's own router. */
  signOutUrl: z.optional(z.string()),
});

const problemSchema = z.object({ source: z.string(), message: z.string() });

/** The answer of `GET /config.json`. A file written by hand for a static host may leave all but `connections` out. */
export const consoleConfigSchema = z.object({
  connections: z.array(connectionSchema),
  problems: z.prefault(z.array(problemSchema), []),
  /** Left out by a static host. */
  signIn: z.optional(signInSchema),
  /** Whether this person can have credentials checked before they are saved. A static host cannot. */
  checks: z.optional(z.boolean()),
  /** What the gateway does besides: `approvals`, `audit`, `notes` (the memory of secrets), `overview`. */
  offers: z.optional(z.array(z.string())),
  /** What one person changes in more tenants than this, a second one approves first. Left out where nobody does. */
  approvalAbove: z.optional(z.number()),
});

/** The parsed answer of `GET /config.json`. */
export type ConsoleConfig = z.infer<typeof consoleConfigSchema>;

/** A page that only who has signed in sees, and that has nothing to do but close: where a new tab signs in again. */
export const signedInPath = '/auth/signed-in';

/** Of which tenant the page at this path of the console lists the secrets, as an id; of every other page undefined. */
export function listedTenant(pathname: string): string | undefined {
  const [, tenant, page, ...more] = pathname.split('/');
  return page === 'docker-registry-secrets' && more.length === 0 ? tenant : undefined;
}

/** How many entries of a list the console asks for at once. */
const listPageSize = 100;

/** The call for a part of a list, after `/v2/admin/`: what comes after the first `skip` entries. */
export function listPath(resource: string, skip = 0): string {
  return `${resource}?$top=${listPageSize}&$skip=${skip}&$count=true`;
}

/** The call for how many of a resource there may be, after `/v2/admin/`. */
export function quotaPath(resource: string): string {
  return `resourceQuota/${resource}`;
}

/** The `target` of the gateway's own errors, by which the console tells them from the admin API's. */
export const gatewayTarget = 'console-gateway';

/**
 * The codes of the errors that the gateway itself answers with; all others are the admin API's own.
 * After `GatewayTimeout`, `UpstreamReset`, `UpstreamMalformed`, `StoreUnavailable` and `InternalError` a write may or
 * may not have happened; after the others it has not. `UpstreamError` stands for an answer without an explanation, which its status speaks for.
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
