import type { Selectable } from 'kysely';
import * as z from 'zod';
import { actions, type Action } from '../calls/call.ts';
import { outcomes, type Outcome } from '../calls/outcome.ts';
import { subjectSchema, type Subject } from '../calls/subject.ts';
import { parseJson, parseNames } from '../common/parse-json.ts';
import type { Tables } from '../store/tables.ts';

/** Who did what: one line of the audit log, as it is shown and exported. No part of it is a credential. */
export interface AuditEvent {
  /** Increases with time; undefined until it is stored. */
  id?: number;
  /** ISO 8601, in UTC. */
  time: string;
  requestId: string;
  action: Action;
  /** `begun` while it may still be running. */
  outcome: Outcome | 'begun';
  /** Undefined if nobody has to sign in. */
  actor?: { id: string; name: string; issuer: string; groups: readonly string[] };
  address?: string;
  tenant?: string;
  resource?: string;
  name?: string;
  subject?: Subject;
  status?: number;
  aiCoreRequestId?: string;
  durationMs?: number;
}

/** Longer than any call takes: if an event began before that and has no end, its outcome is unknown. */
export const maxCallMs = 120_000;

/** A newer gateway with the same store may know more values. */
const actionSchema = z.enum(actions).catch('other');
const outcomeSchema = z.enum([...outcomes, 'begun']).catch('unknown');

/** A row as an event, at the time `now`. */
export function toEvent(row: Selectable<Tables['auditEvents']>, now: number): AuditEvent {
  const isLost = row.outcome === 'begun' && Date.parse(row.time) < now - maxCallMs;
  return {
    id: row.id,
    time: row.time,
    requestId: row.requestId,
    action: actionSchema.parse(row.action),
    outcome: isLost ? 'unknown' : outcomeSchema.parse(row.outcome),
    ...(row.actorId !== null && {
      actor: {
        id: row.actorId,
        name: row.actorName ?? row.actorId,
        issuer: row.actorIssuer ?? '',
        groups: parseNames(row.actorGroups),
      },
    }),
    ...(row.address !== null && { address: row.address }),
    ...(row.tenant !== null && { tenant: row.tenant }),
    ...(row.resource !== null && { resource: row.resource }),
    ...(row.name !== null && { name: row.name }),
    ...(row.subject !== null && { subject: subjectSchema.catch({}).parse(parseJson(row.subject)) }),
    ...(row.status !== null && { status: row.status }),
    ...(row.aiCoreRequestId !== null && { aiCoreRequestId: row.aiCoreRequestId }),
    ...(row.durationMs !== null && { durationMs: row.durationMs }),
  };
}
