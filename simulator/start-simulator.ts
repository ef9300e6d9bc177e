import { buildSimulator } from './build-simulator.ts';
import { buildServiceKey } from './oauth/service-keys.ts';
import type { ServiceKey } from './oauth/service-keys.ts';
import { createSimulatorState } from './simulator-state.ts';
import type { SimulatorSettings } from './simulator-state.ts';

export type SimulatorOptions = { host?: string; port?: number } & Partial<SimulatorSettings>;

export interface TenantServiceKey {
  tenantId: string;
  label: string;
  serviceKey: ServiceKey;
}

export interface RunningSimulator {
  url: string;
  serviceKeys: TenantServiceKey[];
  close: () => Promise<void>;
}

/** What holds unless told otherwise. Tokens live as long as XSUAA's usually do. */
export const defaultOptions = {
  host: '127.0.0.1',
  port: 0,
  tenants: 3,
  secretsPerTenant: 0,
  latencyMs: 0,
  tokenLifetimeSeconds: 43_199,
  inspect: false,
  failures: {},
} as const satisfies Required<SimulatorOptions>;

/**
 * Starts an emulator of AI Core's admin API with its OAuth server, on 127.0.0.1 and a free port unless
 * told otherwise. Rejects with the system's error (`EADDRINUSE`, …) when it cannot listen.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const { host, port, ...settings } = { ...defaultOptions, ...options };
  let url = '';
  const state = createSimulatorState(settings, () => url);
  const app = buildSimulator(state);
  url = await app.listen({ host, port });
  return {
    url,
    serviceKeys: state.clients.map(({ seed, client }) => ({
      tenantId: seed.id,
      label: seed.label,
      serviceKey: buildServiceKey(seed, client, url),
    })),
    close: () => app.close(),
  };
}
