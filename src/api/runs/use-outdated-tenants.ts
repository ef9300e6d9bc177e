import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';

/** What the first part of a query key says of queries that a run can make out of date. */
const outdated: ReadonlySet<unknown> = new Set([
  'resourceQuota',
  'tenantsWithSecret',
  ...Object.values(rolloutKinds).map(({ resource }) => resource),
]);

/** Once a run has ended, whatever other pages have read from its tenants is read again when they show it. */
export function useOutdatedTenants(hasEnded: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (hasEnded) void client.invalidateQueries({ predicate: ({ queryKey: [what] }) => outdated.has(what) });
  }, [hasEnded, client]);
}
