import { useQuery } from '@tanstack/react-query';
import { consoleConfigQuery } from '../api/connections.ts';

/** All connections that this console knows. */
export function useConnections() {
  return useQuery({ ...consoleConfigQuery(), select: (config) => config.connections });
}
