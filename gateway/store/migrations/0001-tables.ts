import { sql, type ColumnDefinitionBuilder, type CreateTableBuilder, type Migration } from 'kysely';
import type { StoreKind } from '../store-kind.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/** The first tables; `tables.ts` describes the columns that are still used. */
export function createFirstTables(kind: StoreKind): Migration {
  // By default PostgreSQL orders text by its locale; with "C" it orders like SQLite.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';

  /** Names of columns, separated by spaces. */
  interface TextColumns {
    needed: string;
    optional?: string;
  }

  function addTexts<T extends string>(
    table: CreateTableBuilder<T, string>,
    columns: TextColumns,
  ): CreateTableBuilder<T, string> {
    const filled = columns.needed
      .split(' ')
      .reduce((built, name) => built.addColumn(name, text, needed), table);
    return (columns.optional?.split(' ') ?? []).reduce((built, name) => built.addColumn(name, text), filled);
  }

  return {
    async up(db) {
      const { schema } = db;
      const create = (name: string) => schema.createTable(name);

      await addTexts(
        create('sessions').addColumn('id_hash', text, (column) => column.primaryKey()),
        {
          needed: 'person_id person_name issuer person_groups created_at used_at ends_at',
          optional: 'provider_session',
        },
      ).execute();
      const sessions = schema.createIndex('sessions_by_person').on('sessions');
      await sessions.columns(['issuer', 'person_id']).execute();

      const events = create('audit_events').addColumn(
        'id',
        kind === 'postgres' ? 'bigint' : 'integer',
        (id) =>
          kind === 'postgres' ? id.primaryKey().generatedAlwaysAsIdentity() : id.primaryKey().autoIncrement(),
      );
      await addTexts(events, {
        needed: 'request_id time actor_groups action outcome',
        optional: 'actor_id actor_name actor_issuer address tenant resource name subject ai_core_request_id',
      })
        .addColumn('status', 'integer')
        .addColumn('duration_ms', 'integer')
        .execute();
      const byTime = schema.createIndex('audit_events_by_time').on('audit_events');
      await byTime.columns(['time', 'id']).execute();
      const byName = schema.createIndex('audit_events_by_name').on('audit_events');
      await byName.columns(['tenant', 'resource', 'name']).execute();

      await addTexts(create('secret_notes'), {
        needed: 'tenant resource name registries note updated_at',
        optional: 'registered_at registered_by rotated_at rotated_by expires_at updated_by',
      })
        .addColumn('version', 'integer', needed)
        .addPrimaryKeyConstraint('secret_notes_key', ['tenant', 'resource', 'name'])
        .execute();

      await addTexts(
        create('rollout_plans').addColumn('id', text, (column) => column.primaryKey()),
        {
          needed: 'title action secret_name registries tenants policy digest state created_at updated_at',
          optional: 'created_by_id created_by_name created_by_issuer ended_at',
        },
      ).execute();

      await addTexts(create('rollout_outcomes'), {
        needed: 'plan_id tenant action outcome updated_at',
        optional: 'code ai_core_request_id',
      })
        .addColumn('status', 'integer')
        .addPrimaryKeyConstraint('rollout_outcomes_key', ['plan_id', 'tenant'])
        .addForeignKeyConstraint('rollout_outcomes_plan', ['plan_id'], 'rollout_plans', ['id'], (plan) =>
          plan.onDelete('cascade'),
        )
        .execute();

      await addTexts(
        create('approvals').addColumn('id', text, (column) => column.primaryKey()),
        {
          needed: 'plan_id plan_digest decision comment decided_at',
          optional: 'decided_by_id decided_by_name decided_by_issuer',
        },
      )
        .addForeignKeyConstraint('approvals_plan', ['plan_id'], 'rollout_plans', ['id'], (plan) =>
          plan.onDelete('cascade'),
        )
        .execute();
    },
  };
}
