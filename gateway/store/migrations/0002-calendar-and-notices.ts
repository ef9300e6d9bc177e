import { sql, type ColumnDefinitionBuilder, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/** Keys of calendars, and which notices were sent. */
export function createCalendarAndNotices(kind: StoreKind): Migration {
  // As in the first tables: ordered by character in both databases.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up({ schema }) {
      await schema
        .createTable('calendar_keys')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('key_hash', text, (column) => column.notNull().unique())
        .addColumn('person_id', text)
        .addColumn('person_name', text)
        .addColumn('issuer', text)
        .addColumn('person_groups', text, needed)
        .addColumn('person_roles', text)
        .addColumn('created_at', text, needed)
        .execute();
      await schema
        .createTable('sent_notices')
        .addColumn('kind', text, needed)
        .addColumn('day', text, needed)
        .addColumn('claimed_at', text, needed)
        .addPrimaryKeyConstraint('sent_notices_key', ['kind', 'day'])
        .execute();
      const byEnd = schema.createIndex('secret_notes_by_end').on('secret_notes');
      await byEnd.columns(['expires_at', 'tenant']).execute();
    },
  };
}
