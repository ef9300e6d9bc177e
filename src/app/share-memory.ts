import { chooseMemory } from '../api/browser-storage/secret-memory.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { createGatewayMemory } from '../api/gateway-memory/gateway-memory.ts';
import { textsOf } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import { queryClient } from './query-client.ts';

/**
 * Says that a secret was written but what is known of it could not be stored. Its texts were loaded by the page that
 * wrote it.
 */
const tellLost = () => showToast({ text: textsOf('takeOver').lost, failed: true });

/** Lets the gateway remember secrets for everybody who uses it, if it offers that. */
export async function shareMemory(): Promise<void> {
  const config = await queryClient.ensureQueryData(consoleConfigQuery());
  if (config.offers?.includes('notes') !== true) return;
  const tenants = new Map(config.connections.map(({ id, baseUrl }) => [id, baseUrl]));
  chooseMemory(createGatewayMemory(tenants, tellLost));
}
