import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { parseNames } from '../../common/parse-json.ts';
import type { Person } from '../../sign-in/person.ts';
import type { Store } from '../../store/store.ts';

/** A key of a calendar, without its secret part. */
interface CalendarKey {
  id: string;
  createdAt: string;
}

/** Keys with which a calendar program reads what somebody may see, until they are withdrawn. */
export interface CalendarKeys {
  /** The key is returned once and stored only as a hash. */
  create(person: Person | undefined): Promise<CalendarKey & { key: string }>;
  list(person: Person | undefined): Promise<CalendarKey[]>;
  /** Whether that person had such a key. */
  withdraw(person: Person | undefined, id: string): Promise<boolean>;
  /** Records that the owner was here, with their current groups and roles. */
  noteSeen(person: Person): Promise<void>;
  /** Whose key that is; undefined if it does not exist, or if its owner has not been here for `unseenDays`. */
  find(key: string): Promise<{ person: Person | undefined } | undefined>;
}

const dayMs = 86_400_000;
/** People who leave the company no longer sign in, and nobody else could withdraw their keys. */
export const unseenDays = 90;

/** The keys in the store. */
export function createCalendarKeys({ db }: Store, now = () => Date.now()): CalendarKeys {
  return {
    async create(person) {
      const key = randomBytes(32).toString('base64url');
      const row = { id: randomUUID(), createdAt: new Date(now()).toISOString() };
      await db
        .insertInto('calendarKeys')
        .values({
          ...row,
          keyHash: hash(key),
          personId: person?.id ?? null,
          personName: person?.name ?? null,
          issuer: person?.issuer ?? null,
          personGroups: JSON.stringify(person?.groups ?? []),
          personRoles: person?.roles === undefined ? null : JSON.stringify(person.roles),
          seenAt: row.createdAt,
        })
        .execute();
      return { ...row, key };
    },
    list: (person) =>
      db
        .selectFrom('calendarKeys')
        .select(['id', 'createdAt'])
        .where('personId', person === undefined ? 'is' : '=', person?.id ?? null)
        .where('issuer', person === undefined ? 'is' : '=', person?.issuer ?? null)
        .orderBy('createdAt')
        .execute(),
    async withdraw(person, id) {
      const { numDeletedRows } = await db
        .deleteFrom('calendarKeys')
        .where('id', '=', id)
        .where('personId', person === undefined ? 'is' : '=', person?.id ?? null)
        .where('issuer', person === undefined ? 'is' : '=', person?.issuer ?? null)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async noteSeen({ id, issuer, groups, roles }) {
      await db
        .updateTable('calendarKeys')
        .set({
          personGroups: JSON.stringify(groups),
          personRoles: roles === undefined ? null : JSON.stringify(roles),
          seenAt: new Date(now()).toISOString(),
        })
        .where((eb) => eb.and({ personId: id, issuer }))
        .execute();
    },
    async find(key) {
      const row = await db
        .selectFrom('calendarKeys')
        .selectAll()
        .where('keyHash', '=', hash(key))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.personId === null) return { person: undefined };
      if (Date.parse(row.seenAt ?? row.createdAt) < now() - unseenDays * dayMs) return undefined;
      return {
        person: {
          id: row.personId,
          name: row.personName ?? row.personId,
          issuer: row.issuer ?? '',
          groups: parseNames(row.personGroups),
          ...(row.personRoles !== null && { roles: parseNames(row.personRoles) }),
        },
      };
    },
  };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
