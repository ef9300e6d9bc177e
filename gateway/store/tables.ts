import type { ColumnType, Generated } from 'kysely';

/**
 * What the store keeps. Times are ISO 8601 in UTC with milliseconds, lists and objects are JSON, all as text, so that
 * one query works with both kinds of database. No column ever holds a credential or a token.
 */
export interface Tables {
  sessions: SessionsTable;
  auditEvents: AuditEventsTable;
  secretNotes: SecretNotesTable;
  rolloutPlans: RolloutPlansTable;
  rolloutUses: RolloutUsesTable;
  tenantWrites: TenantWritesTable;
  calendarKeys: CalendarKeysTable;
  sentNotices: SentNoticesTable;
}

/** Never updated. */
type Fixed<T> = ColumnType<T, T, never>;

interface SessionsTable {
  /** SHA-256 of the id in the cookie, in hex, so that reading the store is not enough to take over a session. */
  idHash: Fixed<string>;
  personId: Fixed<string>;
  personName: Fixed<string>;
  issuer: Fixed<string>;
  /** JSON: names of groups. */
  personGroups: Fixed<string>;
  /** The provider's own name for the session (`sid`), by which it can end it. */
  providerSession: Fixed<string | null>;
  /** When it began by the provider's clock, which it also uses to say what it ended. */
  createdAt: Fixed<string>;
  usedAt: string;
  /** At the latest. */
  endsAt: Fixed<string>;
}

interface AuditEventsTable {
  id: Generated<number>;
  /** The gateway's id of the request, as in `x-request-id` and in the log. */
  requestId: Fixed<string>;
  time: Fixed<string>;
  actorId: Fixed<string | null>;
  actorName: Fixed<string | null>;
  actorIssuer: Fixed<string | null>;
  /** JSON: names of groups. */
  actorGroups: Fixed<string>;
  /** Where the call came from. */
  address: Fixed<string | null>;
  tenant: Fixed<string | null>;
  /** A name of the admin API, such as `dockerRegistrySecrets`. */
  resource: Fixed<string | null>;
  name: Fixed<string | null>;
  /** JSON: what was written, such as `{"registries":[{"host":"…","username":"…"}]}`. */
  subject: Fixed<string | null>;
  /** Such as `create`, `change`, `delete`. */
  action: Fixed<string>;
  /** `begun` until the call has ended. */
  outcome: string;
  status: number | null;
  aiCoreRequestId: string | null;
  durationMs: number | null;
}

interface SecretNotesTable {
  tenant: Fixed<string>;
  resource: Fixed<string>;
  name: Fixed<string>;
  /** JSON: `[{"host":"…","username":"…"}]`. */
  registries: string;
  registeredAt: string | null;
  registeredBy: string | null;
  rotatedAt: string | null;
  rotatedBy: string | null;
  /** When the access token expires. */
  expiresAt: string | null;
  /** When the previous one expired: kept by a rotation that gave no date, until somebody enters one. */
  formerEnd: string | null;
  note: string;
  /** When registries, expiry or note were last entered by hand, not with the write itself. */
  detailsAt: string | null;
  detailsBy: string | null;
  /** Increases with each change, so that nobody overwrites a change they have not seen. */
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

interface RolloutPlansTable {
  id: Fixed<string>;
  /** `rollout` or `removal`. */
  operation: Fixed<string>;
  /** A name of the admin API, such as `dockerRegistrySecrets`. */
  resource: Fixed<string>;
  name: Fixed<string>;
  /** JSON, as in the audit: `{"registries":[{"host":"…","username":"…"}]}`. */
  subject: Fixed<string>;
  /** When the credential to be written expires. */
  expiresAt: Fixed<string | null>;
  /** What to do if it already exists: `skip`, `update` or `stop`. */
  policy: Fixed<string>;
  /** JSON: `[{"tenant":"…","action":"create"}]`, with a `name` if it differs in that tenant. */
  steps: Fixed<string>;
  /** JSON: `{"id":"…","like":"…"}` of the onboarding whose plans are decided together. */
  partOf: Fixed<string | null>;
  /** SHA-256 of the plan's content, in hex: an approval is for exactly this plan. */
  digest: Fixed<string>;
  /** `waiting`, `approved`, `declined`, `withdrawn` or `revoked`. */
  state: string;
  askedAt: Fixed<string>;
  askedById: Fixed<string>;
  askedByName: Fixed<string>;
  askedByIssuer: Fixed<string>;
  decidedAt: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedByIssuer: string | null;
  /** JSON: names of groups, and of roles if the issuer gives them. */
  decidedByGroups: string | null;
  decidedByRoles: string | null;
  reason: string | null;
}

interface RolloutUsesTable {
  planId: Fixed<string>;
  tenant: Fixed<string>;
  usedAt: string;
  /** As in the audit. */
  outcome: string;
}

interface TenantWritesTable {
  issuer: Fixed<string>;
  personId: Fixed<string>;
  /** SHA-256 of what was written, in hex, because anything can be entered as a name. */
  what: Fixed<string>;
  tenant: Fixed<string>;
  /** Each call has its own row, so that taking a refused one back does not affect another. */
  requestId: Fixed<string>;
  writtenAt: string;
}

interface CalendarKeysTable {
  id: Fixed<string>;
  /** SHA-256 of the key, in hex. */
  keyHash: Fixed<string>;
  /** Whose rights it has; null if nobody has to sign in. */
  personId: Fixed<string | null>;
  personName: Fixed<string | null>;
  issuer: Fixed<string | null>;
  /** JSON: names of groups, and of roles if the issuer gives them. */
  personGroups: string;
  personRoles: string | null;
  createdAt: Fixed<string>;
  /** When its owner was last here. */
  seenAt: string | null;
}

interface SentNoticesTable {
  /** `expiry`, or `probe` for the one row that says when the store was last probed. */
  kind: Fixed<string>;
  /** Such as `2026-11-28`, in UTC; empty for a probe. */
  day: Fixed<string>;
  claimedAt: string;
}
