import { createIdSequence } from './state/fixed-ids.ts';
import { createJournal } from './state/journal.ts';
import type { Journal } from './state/journal.ts';
import { buildTenantSeeds } from './state/seed.ts';
import type { TenantSeed } from './state/seed.ts';
import { createClient } from './oauth/service-keys.ts';
import type { Client } from './oauth/service-keys.ts';
import { tenantFailureFor } from './failures/tenant-failures.ts';
import type { FailureShares } from './failures/tenant-failures.ts';
import { createTenantStore } from './state/tenant-store.ts';
import type { TenantStore } from './state/tenant-store.ts';
import { createTokenAuthority } from './oauth/tokens.ts';
import type { TokenAuthority } from './oauth/tokens.ts';

/** Everything that a simulator consists of besides its HTTP server. Times in ms and seconds as named. */
export interface SimulatorSettings {
  tenants: number;
  secretsPerTenant: number;
  latencyMs: number;
  tokenLifetimeSeconds: number;
  inspect: boolean;
  failures: FailureShares;
}

export interface SimulatorState {
  settings: SimulatorSettings;
  clients: { seed: TenantSeed; client: Client }[];
  tenants: TenantStore;
  tokens: TokenAuthority;
  journal: Journal;
  nextRequestId: () => string;
  /** The simulator's own address, known once it listens. */
  origin: () => string;
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
