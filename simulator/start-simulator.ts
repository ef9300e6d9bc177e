import { buildSimulator } from './build-simulator.ts';
import { buildServiceKey, type ServiceKey } from './oauth/service-keys.ts';
import { createSimulatorState, type SimulatorSettings } from './simulator-state.ts';

/** Where to listen, and settings that differ from the defaults. */
export interface SimulatorOptions extends Partial<SimulatorSettings> {
  readonly host?: string;
  readonly port?: number;
}

/** The service key of one tenant, with its readable id and name. */
export interface TenantServiceKey {
  readonly tenantId: string;
  readonly label: string;
  readonly serviceKey: ServiceKey;
}

/** A simulator that listens at `url`, with one service key for each tenant. */
export interface RunningSimulator {
  readonly url: string;
  readonly serviceKeys: TenantServiceKey[];
  readonly close: () => Promise<void>;
}

/** The defaults. Tokens live as long as XSUAA's usually do. */
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
 * Starts an emulator of AI Core's admin API with its OAuth server, by default on 127.0.0.1 and a free port. Rejects
 * with the system's error (`EADDRINUSE`, …) if it cannot listen.
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
