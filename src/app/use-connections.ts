import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';

/** All connections that this console knows. Those added here do without `/config.json`, should it fail. */
export function useConnections() {
  const config = useQuery(consoleConfigQuery());
  const added = useAddedConnections();
  const offered = config.data?.connections;
  const data = useMemo(() => {
    if (!offered && added.length === 0) return undefined;
    return mergeConnections(offered ?? [], added).connections;
  }, [offered, added]);
  // Until /config.json has answered, an id of it could be taken for one added here.
  // Not isPending: a failed read that is tried again is pending anew, and the page would go with what was typed.
  return {
    data: config.isFetched ? data : undefined,
    /** Others reach the console, and nobody is asked who they are. */
    exposed: config.data?.signIn?.exposed === true,
    error: config.error,
    refetch: config.refetch,
  };
}
