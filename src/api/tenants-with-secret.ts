import { queryOptions } from '@tanstack/react-query';
import { readStreamed } from './overview-stream.ts';
import { queryKeys } from './query-keys.ts';

/**
 * Which of the gateway's tenants have a secret of that name, by their ids: what it remembers of them all, in one answer.
 * A tenant that cannot be read counts as one without.
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
