import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';

/** All connections of the console. Those added in the browser work even if `/config.json` fails. */
export function useConnections() {
  const config = useQuery(consoleConfigQuery());
  const added = useAddedConnections();
  const offered = config.data?.connections;
  const data = useMemo(() => {
    if (!offered && added.length === 0) return undefined;
    return mergeConnections(offered ?? [], added).connections;
  }, [offered, added]);
  // Until /config.json has answered, an id in it could be mistaken for one added here.
  // Not isPending: a failed read becomes pending again when it is retried, and the page would disappear with everything
  // typed.
  return {
    data: config.isFetched ? data : undefined,
    /** The console can be reached by others and requires no sign-in. */
    exposed: config.data?.signIn?.exposed === true,
    error: config.error,
    refetch: config.refetch,
  };
}
