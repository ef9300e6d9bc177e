import type { TenantFailure } from '../failures/tenant-failures.ts';
import { seedGenericSecrets, type GenericSecrets } from './generic-secrets.ts';
import { seedResourceGroup, type StoredResourceGroup } from './resource-groups.ts';
import {
  buildSeedApplicationBody,
  buildSeedRepositoryBody,
  buildSeedSecretBody,
  type TenantSeed,
} from './seed.ts';

/** As the admin API spells them. */
export type RepositoryStatus = 'ERROR' | 'IN-PROGRESS' | 'COMPLETED';

/** A secret is kept as the bytes of the request that wrote it. */
export interface StoredSecret {
  readonly name: string;
  readonly createdAt: Date;
  lastBody: Buffer;
}

/** `pendingReads`: how many more answers show IN-PROGRESS before `outcome` is shown. */
export interface StoredRepository {
  readonly name: string;
  readonly url: string;
  outcome: Exclude<RepositoryStatus, 'IN-PROGRESS'>;
  pendingReads: number;
  lastBody: Buffer;
}

/**
 * `pendingReads`: how many more status calls show the state before the write or refresh; undefined once that has taken
 * effect. `reconciledAt` is undefined until the first time.
 */
export interface StoredApplication {
  readonly name: string;
  repositoryUrl: string;
  revision: string;
  path: string;
  pendingReads: number | undefined;
  startedAt: Date;
  reconciledAt: Date | undefined;
  syncedAt: Date | undefined;
  lastBody: Buffer;
}

/** One tenant's data, in memory only. `writes` counts the valid writes since its failure was set. */
export interface TenantState {
  readonly seed: TenantSeed;
  readonly secrets: Map<string, StoredSecret>;
  readonly repositories: Map<string, StoredRepository>;
  readonly applications: Map<string, StoredApplication>;
  readonly resourceGroups: Map<string, StoredResourceGroup>;
  /** Generic secrets of the tenant itself, and those that reach every resource group. */
  readonly tenantSecrets: GenericSecrets;
  readonly sharedSecrets: GenericSecrets;
  failure: TenantFailure | undefined;
  writes: number;
}

/** When the seed data was created. */
const seedTime = new Date('2026-01-05T08:00:00Z');

/** A tenant with its seed data. */
function createTenantState(seed: TenantSeed, failure: TenantFailure | undefined): TenantState {
  return {
    seed,
    secrets: new Map(
      seed.secretNames.map((name) => [
        name,
        { name, createdAt: seedTime, lastBody: buildSeedSecretBody(name) },
      ]),
    ),
    repositories: new Map(
      seed.repositories.map((repository) => [
        repository.name,
        {
          name: repository.name,
          url: repository.url,
          outcome: repository.fails ? 'ERROR' : 'COMPLETED',
          pendingReads: 0,
          lastBody: buildSeedRepositoryBody(repository),
        },
      ]),
    ),
    applications: new Map(
      seed.applications.map((application) => [
        application.name,
        {
          ...application,
          pendingReads: undefined,
          startedAt: seedTime,
          reconciledAt: seedTime,
          syncedAt: seedTime,
          lastBody: buildSeedApplicationBody(application),
        },
      ]),
    ),
    resourceGroups: new Map(
      seed.resourceGroups.map((group) => [group.id, seedResourceGroup(group, seedTime)]),
    ),
    tenantSecrets: seedGenericSecrets(seed.tenantSecrets ?? [], seedTime),
    sharedSecrets: seedGenericSecrets(seed.sharedSecrets ?? [], seedTime),
    failure,
    writes: 0,
  };
}

/** All tenants, found by their readable id or by their identity zone's UUID. */
export interface TenantStore {
  readonly all: () => readonly TenantState[];
  readonly find: (idOrZoneId: string) => TenantState | undefined;
  readonly reset: () => void;
}

/** Builds the store. `failureFor` returns the failure that a tenant (counted from 1) shows, if any. */
export function createTenantStore(
  seeds: readonly TenantSeed[],
  failureFor: (tenantNumber: number) => TenantFailure | undefined,
): TenantStore {
  const byZoneId = new Map<string, TenantState>();
  const zoneIds = new Map(seeds.map((seed) => [seed.id, seed.zoneId]));
  const reset = (): void => {
    for (const [index, seed] of seeds.entries()) {
      byZoneId.set(seed.zoneId, createTenantState(seed, failureFor(index + 1)));
    }
  };
  reset();
  return {
    all: () => [...byZoneId.values()],
    find: (id) => byZoneId.get(zoneIds.get(id) ?? id),
    reset,
  };
}
