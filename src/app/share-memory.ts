import { chooseMemory } from '../api/browser-storage/secret-memory.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { createGatewayMemory } from '../api/gateway-memory/gateway-memory.ts';
import { queryClient } from './query-client.ts';

/** What says so comes when it is needed. */
const tellLost = () => void import('./memory-lost.ts').then(({ tellMemoryLost }) => tellMemoryLost());

/** Has the gateway remember secrets for all who use it, where it offers that. */
export async function shareMemory(): Promise<void> {
  const config = await queryClient.ensureQueryData(consoleConfigQuery());
  if (config.offers?.includes('notes') !== true) return;
  const tenants = new Map(config.connections.map(({ id, baseUrl }) => [id, baseUrl]));
  chooseMemory(createGatewayMemory(tenants, tellLost));
}
