import { sql, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

/** The onboarding that a plan belongs to: plans of one onboarding are decided together. */
export function createPlansTogether(kind: StoreKind): Migration {
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up({ schema }) {
      await schema.alterTable('rollout_plans').addColumn('part_of', text).execute();
    },
  };
}
