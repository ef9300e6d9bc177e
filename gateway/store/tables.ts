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
  rolloutOutcomes: RolloutOutcomesTable;
  approvals: ApprovalsTable;
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
  note: string;
  /** One more with each change, so that nobody overwrites what he has not seen. */
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

interface RolloutPlansTable {
  id: Fixed<string>;
  title: string;
  /** `register`, `rotate` or `remove`. */
  action: string;
  secretName: string;
  /** JSON: `[{"host":"…","username":"…"}]`. */
  registries: string;
  /** JSON: ids. */
  tenants: string;
  /** What becomes of a secret that is there already. */
  policy: string;
  /** SHA-256 of what was planned, in hex: an approval is of this plan and of no changed one. */
  digest: string;
  state: string;
  createdAt: Fixed<string>;
  createdById: Fixed<string | null>;
  createdByName: Fixed<string | null>;
  createdByIssuer: Fixed<string | null>;
  updatedAt: string;
  endedAt: string | null;
}

interface RolloutOutcomesTable {
  planId: Fixed<string>;
  tenant: Fixed<string>;
  action: string;
  outcome: string;
  status: number | null;
  code: string | null;
  aiCoreRequestId: string | null;
  updatedAt: string;
}

interface ApprovalsTable {
  id: Fixed<string>;
  planId: Fixed<string>;
  planDigest: Fixed<string>;
  /** `approved` or `refused`. */
  decision: Fixed<string>;
  comment: Fixed<string>;
  decidedAt: Fixed<string>;
  decidedById: Fixed<string | null>;
  decidedByName: Fixed<string | null>;
  decidedByIssuer: Fixed<string | null>;
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
  personGroups: Fixed<string>;
  personRoles: Fixed<string | null>;
  createdAt: Fixed<string>;
}

interface SentNoticesTable {
  kind: Fixed<string>;
  /** Such as `2026-11-28`, in UTC. */
  day: Fixed<string>;
  claimedAt: Fixed<string>;
}
