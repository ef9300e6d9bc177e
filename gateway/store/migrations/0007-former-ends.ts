import { sql, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

/** When the credential before the current one expired. */
export function createFormerEnds(kind: StoreKind): Migration {
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up({ schema }) {
      await schema.alterTable('secret_notes').addColumn('former_end', text).execute();
    },
  };
}
