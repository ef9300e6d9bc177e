import { createIdSequence } from './fixed-ids.ts';
import { createJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import { buildTenantSeeds } from './seed.ts';
import type { TenantSeed } from './seed.ts';
import { createClient } from './service-keys.ts';
import type { Client } from './service-keys.ts';
import { tenantFailureFor } from './tenant-failures.ts';
import type { FailureShares } from './tenant-failures.ts';
import { createTenantStore } from './tenant-store.ts';
import type { TenantStore } from './tenant-store.ts';
import { createTokenAuthority } from './tokens.ts';
import type { TokenAuthority } from './tokens.ts';

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
