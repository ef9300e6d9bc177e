import type { Tenant } from '../forwarding/tenants.ts';
import type { TenantAnswer, TenantSecrets } from './tenant-reader.ts';

/** A tenant's last answer, and when it came, in milliseconds since 1970. */
export interface Known {
  secrets: TenantSecrets;
  readAt: number;
}

/** The last answers of all tenants, which are renewed in the background. */
export interface LastAnswers {
  /** The last answer of a tenant, if there is one. */
  find(tenant: Tenant): Known | undefined;
  /** Asks again; simultaneous callers share one request per tenant, and only a limited number runs at once. */
  renew(tenant: Tenant): Promise<TenantAnswer>;
}

const maxAtOnce = 32;

/** Keeps answers in memory while the tenant's service key is the same. */
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
      // Passes the slot on to the next one waiting.
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
