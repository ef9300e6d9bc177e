import { sql, type ColumnDefinitionBuilder, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/**
 * Plans that a second person approves, their outcomes, and who wrote to which tenant in the last hour; and for a
 * secret, who entered its details by hand.
 */
export function createApprovals(kind: StoreKind): Migration {
  // As in the first tables: ordered by character in both databases.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up({ schema }) {
      for (const name of ['details_at', 'details_by'])
        await schema.alterTable('secret_notes').addColumn(name, text).execute();
      // Nothing was ever written to the first ones, which had fewer columns.
      for (const name of ['approvals', 'rollout_outcomes', 'rollout_plans'])
        await schema.dropTable(name).execute();

      const texts =
        'operation resource name subject policy steps digest state asked_at asked_by_id asked_by_name';
      const later = 'expires_at decided_at decided_by_id decided_by_name decided_by_issuer reason';
      let plans = schema.createTable('rollout_plans').addColumn('id', text, (column) => column.primaryKey());
      for (const name of [...texts.split(' '), 'asked_by_issuer'])
        plans = plans.addColumn(name, text, needed);
      for (const name of later.split(' ')) plans = plans.addColumn(name, text);
      await plans.execute();
      const byPerson = schema.createIndex('rollout_plans_by_person').on('rollout_plans');
      await byPerson.columns(['asked_by_issuer', 'asked_by_id', 'state']).execute();

      await schema
        .createTable('rollout_uses')
        .addColumn('plan_id', text, needed)
        .addColumn('tenant', text, needed)
        .addColumn('used_at', text, needed)
        .addColumn('outcome', text, needed)
        .addPrimaryKeyConstraint('rollout_uses_key', ['plan_id', 'tenant'])
        .addForeignKeyConstraint('rollout_uses_plan', ['plan_id'], 'rollout_plans', ['id'], (plan) =>
          plan.onDelete('cascade'),
        )
        .execute();

      await schema
        .createTable('tenant_writes')
        .addColumn('issuer', text, needed)
        .addColumn('person_id', text, needed)
        .addColumn('what', text, needed)
        .addColumn('tenant', text, needed)
        .addColumn('request_id', text, needed)
        .addColumn('written_at', text, needed)
        .addPrimaryKeyConstraint('tenant_writes_key', ['issuer', 'person_id', 'what', 'tenant', 'request_id'])
        .execute();
    },
  };
}
