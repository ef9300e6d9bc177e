import { sql, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

/** Which onboarding a plan is a part of: those of one are decided together. */
export function createPlansTogether(kind: StoreKind): Migration {
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up({ schema }) {
      await schema.alterTable('rollout_plans').addColumn('part_of', text).execute();
    },
  };
}
