import type { ColumnType, Generated } from 'kysely';

/**
 * What the store keeps. Times are ISO 8601 in UTC with milliseconds, lists and objects are JSON, both as text, so that
 * one query serves both kinds of database. No column ever holds a credential or a token.
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

/** Set once. */
type Fixed<T> = ColumnType<T, T, never>;

interface SessionsTable {
  /** SHA-256 of the id that the cookie holds, in hex: whoever reads the store can be nobody. */
  idHash: Fixed<string>;
  personId: Fixed<string>;
  personName: Fixed<string>;
  issuer: Fixed<string>;
  /** JSON: names of groups. */
  personGroups: Fixed<string>;
  /** The provider's own name of the session (`sid`), by which it can end it. */
  providerSession: Fixed<string | null>;
  /** By the clock of the provider, with which it says what it ended. */
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
  /** Whence the call came. */
  address: Fixed<string | null>;
  tenant: Fixed<string | null>;
  /** As the admin API calls it, such as `dockerRegistrySecrets`. */
  resource: Fixed<string | null>;
  name: Fixed<string | null>;
  /** JSON: what was written, such as `{"registries":[{"host":"…","username":"…"}]}`. */
  subject: Fixed<string | null>;
  /** Such as `create`, `change`, `delete`. */
  action: Fixed<string>;
  /** `begun` until there is another one. */
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
  /** When the access token ends. */
  expiresAt: string | null;
  /** When the one before ended: kept by a rotation that gave no end, until somebody says one. */
  formerEnd: string | null;
  note: string;
  /** When somebody last entered registries, end or note by hand, and not with the write itself. */
  detailsAt: string | null;
  detailsBy: string | null;
  /** One more with each change, so that nobody overwrites what he has not seen. */
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

interface RolloutPlansTable {
  id: Fixed<string>;
  /** `rollout` or `removal`. */
  operation: Fixed<string>;
  /** As the admin API calls it, such as `dockerRegistrySecrets`. */
  resource: Fixed<string>;
  name: Fixed<string>;
  /** JSON, as in the audit: `{"registries":[{"host":"…","username":"…"}]}`. */
  subject: Fixed<string>;
  /** When the credential ends that will be written. */
  expiresAt: Fixed<string | null>;
  /** What becomes of what is there already: `skip`, `update` or `stop`. */
  policy: Fixed<string>;
  /** JSON: `[{"tenant":"…","action":"create"}]`, with a `name` where it has another one there. */
  steps: Fixed<string>;
  /** JSON: `{"id":"…","like":"…"}` of the onboarding whose plans are decided together. */
  partOf: Fixed<string | null>;
  /** SHA-256 of what was planned, in hex: an approval is of this plan and of no other one. */
  digest: Fixed<string>;
  /** `waiting`, `approved`, `declined` or `withdrawn`. */
  state: string;
  askedAt: Fixed<string>;
  askedById: Fixed<string>;
  askedByName: Fixed<string>;
  askedByIssuer: Fixed<string>;
  decidedAt: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedByIssuer: string | null;
  /** JSON: names of groups, and of roles where the issuer gives them. */
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
  /** SHA-256 of what was written, in hex, since anything can be typed as a name. */
  what: Fixed<string>;
  tenant: Fixed<string>;
  /** Each call counts for itself: one that is refused takes nothing of another back. */
  requestId: Fixed<string>;
  writtenAt: string;
}

interface CalendarKeysTable {
  id: Fixed<string>;
  /** SHA-256 of the key, in hex. */
  keyHash: Fixed<string>;
  /** Whose rights it has; null where nobody is asked. */
  personId: Fixed<string | null>;
  personName: Fixed<string | null>;
  issuer: Fixed<string | null>;
  /** JSON: names of groups, and of roles where the issuer gives them. */
  personGroups: string;
  personRoles: string | null;
  createdAt: Fixed<string>;
  /** When its owner was last here. */
  seenAt: string | null;
}

interface SentNoticesTable {
  /** `expiry`, or `probe` for the one row that says when the store was last asked whether it takes anything. */
  kind: Fixed<string>;
  /** Such as `2026-11-28`, in UTC; of a probe none. */
  day: Fixed<string>;
  claimedAt: string;
}
