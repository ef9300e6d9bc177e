import { sql, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

/**
 * The roles by which a plan was approved, and when the owner of a calendar was last here: both are checked again at
 * every use. People named by a proxy are the same whatever the capitals.
 */
export function createPeopleOfNow(kind: StoreKind): Migration {
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up(db) {
      for (const name of ['decided_by_groups', 'decided_by_roles'])
        await db.schema.alterTable('rollout_plans').addColumn(name, text).execute();
      await db.schema.alterTable('calendar_keys').addColumn('seen_at', text).execute();
      await sql`update rollout_plans set asked_by_id = lower(asked_by_id) where asked_by_issuer = 'proxy'`.execute(
        db,
      );
      await sql`update calendar_keys set seen_at = ${new Date().toISOString()}`.execute(db);
      await sql`update calendar_keys set person_id = lower(person_id) where issuer = 'proxy'`.execute(db);
    },
  };
}
