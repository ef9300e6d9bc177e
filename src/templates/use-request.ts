import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import type { KnownRegistry } from '../domain/registry/known-registry.ts';
import type { AnalysisRequest } from './analysis/analyse-template.ts';
import type { Draft } from './draft.ts';
import { typedHosts } from './unknown-secrets.tsx';

/**
 * The analysis to request: the draft, with what is known of the tenant's secrets. Keeps its identity while nothing
 * changes.
 */
export function useRequest({ text, edition, choice }: Draft): AnalysisRequest {
  const connection = useConnection();
  const remembered = useRememberedSecrets(connection);
  const { data } = useQuery(secretsQuery(connection));
  const hosts = useDeferredValue(choice.hosts);
  return useMemo(() => {
    const known = new Map<string, readonly KnownRegistry[]>(
      [...remembered].map(([name, { registries }]) => [name, registries]),
    );
    for (const [name, typed] of hosts) {
      const registries = typedHosts(typed);
      if (registries) known.set(name, registries);
    }
    const ofTenant = data?.map(({ name }) => name);
    return { text, edition, secretNames: choice.secrets, replace: choice.replaced, ofTenant, known };
  }, [text, edition, choice.secrets, choice.replaced, data, remembered, hosts]);
}
