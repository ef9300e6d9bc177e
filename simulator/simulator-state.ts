import { tenantFailureFor, type FailureShares } from './failures/tenant-failures.ts';
import type { TenantClient } from './oauth/oauth-routes.ts';
import { createClient } from './oauth/service-keys.ts';
import { createTokenAuthority, type TokenAuthority } from './oauth/tokens.ts';
import { createIdSequence } from './state/fixed-ids.ts';
import { createJournal, type Journal } from './state/journal.ts';
import { buildTenantSeeds } from './state/seed.ts';
import { createTenantStore, type TenantStore } from './state/tenant-store.ts';

/** The settings of a simulator. Times are in milliseconds or seconds, as named. */
export interface SimulatorSettings {
  readonly tenants: number;
  readonly secretsPerTenant: number;
  readonly latencyMs: number;
  readonly tokenLifetimeSeconds: number;
  readonly inspect: boolean;
  readonly failures: FailureShares;
}

/** Everything that a simulator consists of besides its HTTP server. */
export interface SimulatorState {
  readonly settings: SimulatorSettings;
  readonly clients: readonly TenantClient[];
  readonly tenants: TenantStore;
  readonly tokens: TokenAuthority;
  readonly journal: Journal;
  readonly nextRequestId: () => string;
  /** The simulator's own address, known once it listens. */
  readonly origin: () => string;
}

/** Builds the state of a simulator with its seed data. */
export function createSimulatorState(settings: SimulatorSettings, origin: () => string): SimulatorState {
  const seeds = buildTenantSeeds(settings.tenants, settings.secretsPerTenant);
  return {
    settings,
    clients: seeds.map((seed) => ({ seed, client: createClient(seed) })),
    tenants: createTenantStore(seeds, (number) => tenantFailureFor(number, settings.failures)),
    tokens: createTokenAuthority(settings.tokenLifetimeSeconds),
    journal: createJournal(settings.inspect),
    nextRequestId: createIdSequence(),
    origin,
  };
}
