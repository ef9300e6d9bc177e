import { createHash } from 'node:crypto';
import type { Person } from '../sign-in/person.ts';
import type { Store } from '../store/store.ts';
import type { TenantWrite } from './plan.ts';

/** In how many tenants somebody has recently written the same thing. */
export interface TenantWrites {
  /** Counts a write, and returns in how many tenants it was done within an hour, including this one. */
  count(person: Person, write: TenantWrite, requestId: string): Promise<number>;
  /** Undoes the count of a write that was not made. */
  takeBack(requestId: string): Promise<void>;
}

const windowMs = 3_600_000;

/**
 * The writes in the store. Each is inserted before it is counted, so that of two simultaneous writes, even to different
 * gateways, at least the later one sees both: the limit is never exceeded, at worst one write too many is refused.
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

/** Creating and updating count as the same, since a rollout does both; deleting is separate. */
function digestWrite({ resource, name, action }: TenantWrite): string {
  const what = [resource, name, action === 'delete' ? 'removal' : 'rollout'];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}
