import type { Insertable } from 'kysely';
import type { Ending } from '../calls/outcome.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import type { AuditEvent } from './audit-event.ts';

/** Where events are kept. */
export interface AuditLog {
  /** Writes an event, and gives its id. */
  write(event: AuditEvent): Promise<number>;
  /** Writes how one that was begun has ended. */
  end(id: number, ending: Ending, durationMs: number): Promise<void>;
  /**
   * Removes what is older than `days`, so many at once: a year of events in one statement takes longer than a database
   * allows, or holds everybody up who waits for it.
   */
  clean(days: number, now: number, atOnce?: number): Promise<void>;
}

const dayMs = 86_400_000;

/** The audit log in the store. */
export function createAuditLog({ db }: Store): AuditLog {
  return {
    async write(event) {
      const { id } = await db
        .insertInto('auditEvents')
        .values(toRow(event))
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    async end(id, { outcome, status, aiCoreRequestId }, durationMs) {
      const { numUpdatedRows } = await db
        .updateTable('auditEvents')
        .set({ outcome, status, aiCoreRequestId: aiCoreRequestId ?? null, durationMs })
        .where('id', '=', id)
        .where('outcome', '=', 'begun')
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new Error('an event of the audit log is missing');
    },
    async clean(days, now, atOnce = 1000) {
      const before = new Date(now - days * dayMs).toISOString();
      const old = db.selectFrom('auditEvents').select('id').where('time', '<', before).limit(atOnce);
      let removed: number;
      do {
        const { numDeletedRows } = await db
          .deleteFrom('auditEvents')
          .where('id', 'in', old)
          .executeTakeFirst();
        removed = Number(numDeletedRows);
      } while (removed > 0);
    },
  };
}

function toRow(event: AuditEvent): Insertable<Tables['auditEvents']> {
  return {
    requestId: event.requestId,
    time: event.time,
    actorId: event.actor?.id ?? null,
    actorName: event.actor?.name ?? null,
    actorIssuer: event.actor?.issuer ?? null,
    actorGroups: JSON.stringify(event.actor?.groups ?? []),
    address: event.address ?? null,
    tenant: event.tenant ?? null,
    resource: event.resource ?? null,
    name: event.name ?? null,
    subject: event.subject === undefined ? null : JSON.stringify(event.subject),
    action: event.action,
    outcome: event.outcome,
    status: event.status ?? null,
    aiCoreRequestId: event.aiCoreRequestId ?? null,
    durationMs: event.durationMs ?? null,
  };
}
