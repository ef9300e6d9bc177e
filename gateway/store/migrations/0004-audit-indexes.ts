import type { Migration } from 'kysely';

/** For pages of an audit log of a million events: what one tenant's and one secret's events are found by, newest first. */
export function createAuditIndexes(): Migration {
  return {
    async up({ schema }) {
      const byTenant = schema.createIndex('audit_events_by_tenant').on('audit_events');
      await byTenant.columns(['tenant', 'id']).execute();
      const bySecret = schema.createIndex('audit_events_by_secret').on('audit_events');
      await bySecret.columns(['name', 'id']).execute();
      await schema.dropIndex('audit_events_by_name').execute();
    },
  };
}
