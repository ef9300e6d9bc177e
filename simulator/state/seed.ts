import { fixedUuid } from './fixed-ids.ts';

/** How many Docker registry secrets, and how many Git repositories, a tenant may hold. */
export const secretQuota = 50;
export const repositoryQuota = 50;

/** A repository of the start; `fails` shows it in ERROR. */
export interface SeedRepository {
  readonly name: string;
  readonly url: string;
  readonly fails: boolean;
}

/** What a tenant is and what it holds at the start. `id` is the readable id, `zoneId` SAP's UUID. */
export interface TenantSeed {
  readonly id: string;
  readonly label: string;
  readonly zoneId: string;
  readonly secretNames: readonly string[];
  readonly repositories: readonly SeedRepository[];
}

type NamedSeed = Omit<TenantSeed, 'zoneId'>;

function numberedNames(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
}

const namedSeeds: readonly NamedSeed[] = [
  {
    id: 'acme-vision',
    label: 'Acme Vision',
    secretNames: ['docker-hub', 'ghcr-acme-vision', 'harbor-training'],
    repositories: [
      { name: 'vision-pipelines', url: 'https://github.com/acme-ai/vision-pipelines', fails: false },
      { name: 'vision-legacy', url: 'https://gitlab.com/acme-ai/vision-legacy', fails: true },
    ],
  },
  { id: 'acme-forecast', label: 'Acme Forecast', secretNames: [], repositories: [] },
  {
    id: 'globex-chat',
    label: 'Globex Chat',
    secretNames: numberedNames('team-registry', secretQuota),
    repositories: numberedNames('chat-templates', repositoryQuota).map((name) => ({
      name,
      url: `https://github.com/globex-ai/${name}`,
      fails: false,
    })),
  },
];

function numberedSeed(number: number, secretCount: number): NamedSeed {
  const digits = String(number).padStart(4, '0');
  // Each tenth tenant lacks the last secret, so that a matrix of tenants and secrets shows gaps.
  const present = number % 10 === 0 ? Math.max(secretCount - 1, 0) : secretCount;
  return {
    id: `tenant-${digits}`,
    label: `Tenant ${digits}`,
    secretNames: numberedNames('registry', present),
    repositories: [],
  };
}

/** The first `count` tenants. Those after the third hold `secretCount` secrets (0 to 50) each. */
export function buildTenantSeeds(count: number, secretCount: number): TenantSeed[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = namedSeeds[index] ?? numberedSeed(index + 1, secretCount);
    return { ...seed, zoneId: fixedUuid('identity zone', seed.id) };
  });
}

/** The request body with which a seeded secret would have been created. Its credentials are invented. */
export function buildSeedSecretBody(name: string): Buffer {
  const auths = { 'registry.example.com': { username: 'seed-user', password: 'not-a-real-token' } };
  const body = { name, data: { '.dockerconfigjson': JSON.stringify({ auths }) } };
  return Buffer.from(JSON.stringify(body));
}

/** The request body with which a seeded repository would have been created. */
export function buildSeedRepositoryBody({ name, url }: SeedRepository): Buffer {
  return Buffer.from(JSON.stringify({ name, url, username: 'seed-user', password: 'not-a-real-token' }));
}
