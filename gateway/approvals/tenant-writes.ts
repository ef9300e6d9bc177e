import { createHash } from 'node:crypto';
import type { Person } from '../sign-in/person.ts';
import type { Store } from '../store/store.ts';
import type { TenantWrite } from './plan.ts';

/** In how many tenants somebody has lately written the same thing. */
export interface TenantWrites {
  /** Counts a write, and says in how many tenants it was done within an hour, this one included. */
  count(person: Person, write: TenantWrite, requestId: string): Promise<number>;
  /** One that is not made after all. */
  takeBack(requestId: string): Promise<void>;
}

const windowMs = 3_600_000;

/**
 * The writes in the store. Each is there before it is counted, so that of two that come together, to whichever
 * gateways, at least the later one sees both: a limit is never passed, and at worst refused to one too many.
 */
export function createTenantWrites({ db }: Store, now = () => Date.now()): TenantWrites {
  return {
    async count(person, write, requestId) {
      const { issuer, id: personId } = person;
      const what = digestWrite(write);
      const since = new Date(now() - windowMs).toISOString();
      const writtenAt = new Date(now()).toISOString();
      const ofPerson = { issuer, personId };
      await db
        .deleteFrom('tenantWrites')
        .where((eb) => eb.and(ofPerson))
        .where('writtenAt', '<', since)
        .execute();
      const row = { ...ofPerson, what, tenant: write.tenant, requestId, writtenAt };
      await db.insertInto('tenantWrites').values(row).execute();
      const { tenants } = await db
        .selectFrom('tenantWrites')
        .select((eb) => eb.fn.count('tenant').distinct().as('tenants'))
        .where((eb) => eb.and({ ...ofPerson, what }))
        .executeTakeFirstOrThrow();
      return Number(tenants);
    },
    async takeBack(requestId) {
      await db.deleteFrom('tenantWrites').where('requestId', '=', requestId).execute();
    },
  };
}

/** To create and to update are one thing, since a rollout does both; to delete is another. */
function digestWrite({ resource, name, action }: TenantWrite): string {
  const what = [resource, name, action === 'delete' ? 'removal' : 'rollout'];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}
