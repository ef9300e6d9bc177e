import { chooseMemory } from '../api/browser-storage/secret-memory.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { createGatewayMemory } from '../api/gateway-memory/gateway-memory.ts';
import { queryClient } from './query-client.ts';

/** Has the gateway remember secrets for all who use it, where it offers that. */
export async function shareMemory(): Promise<void> {
  const config = await queryClient.ensureQueryData(consoleConfigQuery());
  if (config.offers?.includes('notes') !== true) return;
  chooseMemory(createGatewayMemory(new Map(config.connections.map(({ id, baseUrl }) => [id, baseUrl]))));
}
