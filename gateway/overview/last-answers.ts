import type { Tenant } from '../forwarding/tenants.ts';
import type { TenantAnswer, TenantSecrets } from './tenant-reader.ts';

/** What a tenant said, and when, in milliseconds since 1970. */
export interface Known {
  secrets: TenantSecrets;
  readAt: number;
}

/** The last answers of all tenants, asked for again behind those who look. */
export interface LastAnswers {
  /** What is known of a tenant by now. */
  find(tenant: Tenant): Known | undefined;
  /** Asks anew; all who want the same tenant share one reading, and a limited number is asked at once. */
  renew(tenant: Tenant): Promise<TenantAnswer>;
}

const maxAtOnce = 32;

/** Keeps answers in memory, as long as the tenant's service key is the same. */
export function createLastAnswers(read: (tenant: Tenant) => Promise<TenantAnswer>): LastAnswers {
  const known = new WeakMap<Tenant, Known>();
  const running = new Map<Tenant, Promise<TenantAnswer>>();
  const waiting: (() => void)[] = [];
  let atOnce = 0;

  async function inTurn(tenant: Tenant): Promise<TenantAnswer> {
    if (atOnce >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else atOnce += 1;
    try {
      const answer = await read(tenant);
      if ('secrets' in answer) known.set(tenant, { secrets: answer.secrets, readAt: Date.now() });
      return answer;
    } finally {
      running.delete(tenant);
      // The place goes on to the next one.
      const next = waiting.shift();
      if (next === undefined) atOnce -= 1;
      else next();
    }
  }

  return {
    find: (tenant) => known.get(tenant),
    renew(tenant) {
      const under = running.get(tenant) ?? inTurn(tenant);
      running.set(tenant, under);
      return under;
    },
  };
}
