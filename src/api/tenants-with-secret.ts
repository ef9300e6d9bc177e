import { queryOptions } from '@tanstack/react-query';
import { readStreamed } from './overview-stream.ts';
import { queryKeys } from './query-keys.ts';

/**
 * The ids of the gateway's tenants that have a secret of that name, from one answer of the gateway for all of them. A
 * tenant that cannot be read counts as one without.
 */
export function tenantsWithSecretQuery(name: string, tenants: readonly string[]) {
  return queryOptions({
    queryKey: queryKeys.tenantsWithSecret(name, tenants),
    queryFn: async ({ signal }) => {
      const answers = await Promise.allSettled(tenants.map((tenant) => readStreamed(tenant, signal)));
      return tenants.filter((_, at) => {
        const answer = answers[at];
        return answer?.status === 'fulfilled' && answer.value?.names.includes(name) === true;
      });
    },
  });
}
