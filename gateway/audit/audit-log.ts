import type { Insertable } from 'kysely';
import { deleteInPortions, portion } from '../store/delete-in-portions.ts';
import { withParameters, type Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import type { AuditEvent } from './audit-event.ts';

/** Where events are kept. */
export interface AuditLog {
  /** Writes an event and returns its id. */
  write(event: AuditEvent): Promise<number>;
  /** Writes the end of a begun event, now or once the store accepts it; the whole event if its beginning is lost. */
  end(id: number, event: AuditEvent): Promise<void>;
  /** Removes what is older than `days`, `atOnce` rows at a time. */
  clean(days: number, now: number, atOnce?: number): Promise<void>;
}

const dayMs = 86_400_000;

/** The audit log in the store. */
export function createAuditLog(store: Store): AuditLog {
  const { db } = store;
  const insert = db.insertInto('auditEvents').values(toRow(begun)).returning('id').compile();
  const update = db
    .updateTable('auditEvents')
    .set({ outcome: 'done', status: 0, aiCoreRequestId: null, durationMs: 0 })
    .where('id', '=', 0)
    .where('requestId', '=', '')
    .where('outcome', '=', 'begun')
    .compile();

  async function write(event: AuditEvent): Promise<number> {
    const { rows } = await db.executeQuery(withParameters(insert, Object.values(toRow(event))));
    const [row] = rows;
    if (row === undefined) throw new Error('the audit log took an event and gave no id');
    return row.id;
  }

  const isKept = async ({ time, requestId }: AuditEvent) =>
    (await db
      .selectFrom('auditEvents')
      .select('id')
      .where('time', '=', time)
      .where('requestId', '=', requestId)
      .executeTakeFirst()) !== undefined;

  return {
    write,
    async end(id, event) {
      const { requestId, outcome, status, aiCoreRequestId, durationMs } = event;
      const end = [outcome, status ?? null, aiCoreRequestId ?? null, durationMs ?? null];
      const ofIt = [id, requestId, 'begun'];
      await store.settle(`the end of event ${id}`, async () => {
        const { numAffectedRows } = await db.executeQuery(withParameters(update, [...end, ...ofIt]));
        // Either it has ended already, or a copy of the store has taken over that never got the event.
        if (numAffectedRows === 0n && !(await isKept(event))) await write(event);
      });
    },
    async clean(days, now, atOnce = portion) {
      const before = new Date(now - days * dayMs).toISOString();
      const old = db.selectFrom('auditEvents').select('id').where('time', '<', before).limit(atOnce);
      const removeSome = db.deleteFrom('auditEvents').where('id', 'in', old);
      await deleteInPortions(() => removeSome.executeTakeFirst());
    },
  };
}

/** An example event that provides the columns. */
const begun: AuditEvent = { time: '', requestId: '', action: 'other', outcome: 'begun' };

/** All columns but the id, always in this order. */
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
