import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type Selectable, type SelectQueryBuilder } from 'kysely';
import * as z from 'zod';
import type { Tables } from '../store/tables.ts';
import { maxCallMs, toEvent, type AuditEvent } from './audit-event.ts';

/** Which events to return. Times are ISO 8601; unless noted, values are exact, and several are separated by commas. */
export const auditFilterSchema = z.object({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  tenant: z.string().max(200).optional(),
  /** Part of a name or an id, in any case. */
  user: z.string().max(200).optional(),
  action: z.string().max(200).optional(),
  outcome: z.string().max(200).optional(),
  /** Part of a name, a tenant's id or a request's id. */
  q: z.string().max(200).optional(),
  /** The name of a secret or repository. */
  name: z.string().max(253).optional(),
});
type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The tenants whose events are returned; events of no tenant are only in `all`. */
export type AuditScope = 'all' | readonly string[];

/** A page of events, newest first. It has fewer than asked for, or none, if finding them takes too long. */
export interface AuditPage {
  events: AuditEvent[];
  /** The cursor of the next page; undefined at the end. */
  next?: number;
}

interface PageOptions {
  scope: AuditScope;
  filter: AuditFilter;
  /** Only events below this id. */
  before: number | undefined;
  limit: number;
  /** How many ids are searched at once, and after how many milliseconds a page ends with what it has. */
  search?: { ids: number; ms: number };
}

/** For text that may be anywhere in an event, where no index helps. SQLite searches this many in some 20 ms. */
const defaultSearch = { ids: 25_000, ms: 80 };

/** The newest events below `before`. */
export async function readAuditPage(db: Kysely<Tables>, options: PageOptions): Promise<AuditPage> {
  const { scope, filter, before, limit } = options;
  if (scope !== 'all' && scope.length === 0) return { events: [] };
  const now = Date.now();
  const { above = 0, below = Infinity } = await findBounds(db, filter);
  const ids = { above, below: Math.min(before ?? Infinity, below) };
  let query = narrow(db.selectFrom('auditEvents').selectAll(), filter, now).orderBy('id', 'desc');
  if (scope !== 'all') query = query.where('tenant', 'in', scope);
  const read = (bounds: IdBounds, most: number) => withinIds(query, bounds).limit(most).execute();
  const isSearch = filter.user !== undefined || filter.q !== undefined;
  const { rows, reached } = isSearch
    ? await search(db, read, ids, options)
    : { rows: await read(ids, limit + 1), reached: undefined };
  const events = rows.slice(0, limit).map((row) => toEvent(row, now));
  const next = rows.length > limit ? events.at(-1)?.id : reached;
  return { events, ...(next !== undefined && { next }) };
}

type Row = Selectable<Tables['auditEvents']>;

/** Searches in parts, so that others are answered in between. `reached` is the id where it stopped when time was up. */
async function search(
  db: Kysely<Tables>,
  read: (bounds: IdBounds, most: number) => Promise<Row[]>,
  { above, below }: IdBounds,
  { limit, search: { ids, ms } = defaultSearch }: PageOptions,
): Promise<{ rows: Row[]; reached: number | undefined }> {
  const end = (order: 'asc' | 'desc') =>
    db.selectFrom('auditEvents').select('id').orderBy('id', order).limit(1).executeTakeFirst();
  const [first, last] = await Promise.all([end('asc'), end('desc')]);
  const floor = Math.max(above, (first?.id ?? 1) - 1);
  const until = performance.now() + ms;
  const rows: Row[] = [];
  let reached = Math.min(below, (last?.id ?? 0) + 1);
  while (reached > floor + 1) {
    const bottom = Math.max(floor, reached - 1 - ids);
    rows.push(...(await read({ above: bottom, below: reached }, limit + 1 - rows.length)));
    reached = bottom + 1;
    if (rows.length > limit || performance.now() >= until) break;
    await setImmediate();
  }
  return { rows, reached: reached > floor + 1 ? reached : undefined };
}

/** All events, read page by page. */
export async function* readAllEvents(
  db: Kysely<Tables>,
  options: Pick<PageOptions, 'scope' | 'filter'>,
): AsyncGenerator<AuditEvent> {
  let before: number | undefined;
  do {
    const page = await readAuditPage(db, { ...options, before, limit: exportPage });
    yield* page.events;
    before = page.next;
    // SQLite answers synchronously, so without this nobody else would be answered until the last event.
    await setImmediate();
  } while (before !== undefined);
}

const exportPage = 1000;

function narrow<O>(
  query: SelectQueryBuilder<Tables, 'auditEvents', O>,
  filter: AuditFilter,
  now: number,
): SelectQueryBuilder<Tables, 'auditEvents', O> {
  const lostBefore = new Date(now - maxCallMs).toISOString();
  const { from, to, tenant, user, action, outcome, name, q } = filter;
  return query
    .$if(from !== undefined, (some) => some.where(unindexedTime, '>=', toUtc(Date.parse(from ?? ''))))
    .$if(to !== undefined, (some) => some.where(unindexedTime, '<', toUtc(Date.parse(to ?? ''))))
    .$if(tenant !== undefined, (some) => some.where('tenant', 'in', list(tenant ?? '')))
    .$if(action !== undefined, (some) => some.where('action', 'in', list(action ?? '')))
    .$if(name !== undefined, (some) => some.where('name', '=', name ?? ''))
    .$if(q !== undefined, (some) =>
      some.where(anyHolds(['name', 'tenant', 'request_id', 'ai_core_request_id'], q ?? '')),
    )
    .$if(user !== undefined, (some) => some.where(anyHolds(['actor_name', 'actor_id'], user ?? '')))
    .$if(outcome !== undefined, (some) => {
      const wanted = list(outcome ?? '');
      const ended = wanted.filter((one) => one !== 'begun');
      return some.where((eb) =>
        eb.or([
          ...(ended.length > 0 ? [eb('outcome', 'in', ended)] : []),
          // An event that began too long ago and has no end has an unknown outcome.
          ...(wanted.includes('unknown')
            ? [eb.and([eb('outcome', '=', 'begun'), eb('time', '<', lostBefore)])]
            : []),
          ...(wanted.includes('begun')
            ? [eb.and([eb('outcome', '=', 'begun'), eb('time', '>=', lostBefore)])]
            : []),
        ]),
      );
    });
}

/**
 * Keeps the database from using the index on time, by which it would collect and sort a year of events. Ids already
 * give the order.
 */
const unindexedTime = sql<string>`coalesce(time, '')`;

/** Events are written in the order of their ids, and the clocks of two gateways differ by less than this. */
const clockSlackMs = 3_600_000;

/** Exclusive bounds. */
interface IdBounds {
  readonly above: number;
  readonly below: number;
}

function withinIds<O>(
  query: SelectQueryBuilder<Tables, 'auditEvents', O>,
  { above, below }: IdBounds,
): SelectQueryBuilder<Tables, 'auditEvents', O> {
  return query
    .$if(above > 0, (some) => some.where('id', '>', above))
    .$if(below < Infinity, (some) => some.where('id', '<', below));
}

/** The ids between which the events of a period lie, so that a page only looks there. */
async function findBounds(db: Kysely<Tables>, { from, to }: AuditFilter): Promise<Partial<IdBounds>> {
  const first = db.selectFrom('auditEvents').select('id').limit(1);
  const before = from === undefined ? undefined : toUtc(Date.parse(from) - clockSlackMs);
  const after = to === undefined ? undefined : toUtc(Date.parse(to) + clockSlackMs);
  const [lower, upper] = await Promise.all([
    before === undefined
      ? undefined
      : first.where('time', '<', before).orderBy('time', 'desc').orderBy('id', 'desc').executeTakeFirst(),
    after === undefined
      ? undefined
      : first.where('time', '>=', after).orderBy('time').orderBy('id').executeTakeFirst(),
  ]);
  return { ...(lower && { above: lower.id }), ...(upper && { below: upper.id }) };
}

/** Whether one of some columns contains a text, in any case. */
function anyHolds(columns: readonly string[], text: string) {
  const anyOf = columns.flatMap((column) =>
    spellingsOf(text).map((one) => {
      const part = `%${one.replaceAll(/[!%_]/g, '!$&')}%`;
      return sql`lower(${sql.ref(column)}) like ${part} escape '!'`;
    }),
  );
  return sql<boolean>`(${sql.join(anyOf, sql` or `)})`;
}

/**
 * The spellings to search for. The stores' own `lower` only knows ASCII capitals, so other letters are tried in each
 * case in which a name may be written.
 */
function spellingsOf(text: string): string[] {
  const small = text.toLowerCase();
  const asName = small.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const cases = [text, small, asName, text.toUpperCase()];
  return [...new Set(cases.map((one) => one.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())))];
}

const firstMs = Date.parse('0000-01-01T00:00:00.000Z');
const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

/** Other years are written with a sign, and sort before all others as text. */
function toUtc(ms: number): string {
  return new Date(Math.min(Math.max(ms, firstMs), lastMs)).toISOString();
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part !== '');
}
