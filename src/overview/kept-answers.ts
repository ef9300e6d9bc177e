import { z } from 'zod/mini';
import { createLocalStore } from '../api/browser-storage/local-store.ts';
import type { KeptRead } from '../api/pacing/tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';
import type { SecretReads } from './matrix-rows.ts';
import type { TenantSecrets } from './tenant-secrets.ts';

/** The tenants' last answers, names and quotas, shown when the page opens. */
const answerSchema = z.object({
  connectionId: z.string(),
  /** An answer only counts for the address it came from. */
  baseUrl: z.string(),
  /** In milliseconds since 1970. */
  readAt: z.number(),
  names: z.array(z.string()),
  quota: z.optional(z.object({ used: z.number(), max: z.optional(z.number()) })),
});

const store = createLocalStore('overview-1', z.array(answerSchema), []);

/** Converts the times to the page's own clock, which starts when the page is opened. */
export function readKeptAnswers(connections: readonly Connection[]): Map<string, KeptRead<TenantSecrets>> {
  const known = new Map(connections.filter(isKept).map(({ id, baseUrl }) => [id, baseUrl]));
  return new Map(
    store
      .read()
      .filter(({ connectionId, baseUrl }) => known.get(connectionId) === baseUrl)
      .map(({ connectionId, readAt, names, quota }) => {
        const value = { names: new Set(names), quota: quota && { used: quota.used, max: quota.max } };
        return [connectionId, { value, readAt: readAt - performance.timeOrigin }];
      }),
  );
}

export function keepAnswers(connections: readonly Connection[], reads: SecretReads): void {
  store.write(
    connections.filter(isKept).flatMap(({ id, baseUrl }) => {
      const read = reads.get(id);
      if (read?.status !== 'read') return [];
      const { names, quota } = read.value;
      const readAt = performance.timeOrigin + read.readAt;
      return [{ connectionId: id, baseUrl, readAt, names: [...names], ...(quota && { quota }) }];
    }),
  );
}

/** With another token a connection may lead to another tenant, so its earlier answers are not shown. */
function isKept({ auth }: Connection): boolean {
  return auth === 'proxy';
}
