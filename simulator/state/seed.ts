import { fixedUuid } from './fixed-ids.ts';

/** How many of each a tenant may hold. */
export const secretQuota = 50;
export const repositoryQuota = 50;
export const applicationQuota = 50;
export const resourceGroupQuota = 50;
/** How many tenant-wide generic secrets there may be, which reach every resource group. */
export const sharedSecretQuota = 5;

/** A seed repository; `fails` puts it in ERROR. */
export interface SeedRepository {
  readonly name: string;
  readonly url: string;
  readonly fails: boolean;
}

/** A seed application. */
export interface SeedApplication {
  readonly name: string;
  readonly repositoryUrl: string;
  readonly revision: string;
  readonly path: string;
}

/** A seed object store secret, as the API shows it. */
export interface SeedObjectStore {
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A seed resource group; `fails` puts it in ERROR. */
export interface SeedResourceGroup {
  readonly id: string;
  readonly labels: readonly { readonly key: string; readonly value: string }[];
  readonly fails: boolean;
  readonly objectStores: readonly SeedObjectStore[];
  /** Names of the generic secrets in it. */
  readonly genericSecrets: readonly string[];
}

/** A tenant and its seed data. `id` is the readable id, `zoneId` SAP's UUID. */
export interface TenantSeed {
  readonly id: string;
  readonly label: string;
  readonly zoneId: string;
  readonly secretNames: readonly string[];
  readonly repositories: readonly SeedRepository[];
  readonly applications: readonly SeedApplication[];
  readonly resourceGroups: readonly SeedResourceGroup[];
  /** Names of the generic secrets of the tenant itself, and of those that reach every resource group. */
  readonly tenantSecrets?: readonly string[];
  readonly sharedSecrets?: readonly string[];
}

type NamedSeed = Omit<TenantSeed, 'zoneId'>;

function numberedNames(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
}

const visionPipelines = 'https://github.com/acme-ai/vision-pipelines';
const visionLegacy = 'https://gitlab.com/acme-ai/vision-legacy';

const chatRepositories = numberedNames('chat-templates', repositoryQuota);
const chatUrl = (name = ''): string => `https://github.com/globex-ai/${name}`;

function seedGroup(id: string, rest: Partial<SeedResourceGroup> = {}): SeedResourceGroup {
  return { id, labels: [], fails: false, objectStores: [], genericSecrets: [], ...rest };
}

const visionGroups: readonly SeedResourceGroup[] = [
  seedGroup('default', {
    genericSecrets: ['huggingface-token', 'label-service'],
    objectStores: [
      {
        name: 'default',
        metadata: {
          'storage.ai.sap.com/type': 'S3',
          'storage.ai.sap.com/bucket': 'acme-vision-models',
          'storage.ai.sap.com/endpoint': 's3.eu-central-1.amazonaws.com',
          'storage.ai.sap.com/region': 'eu-central-1',
          'storage.ai.sap.com/pathPrefix': 'models',
          'serving.kubeflow.org/s3-usehttps': '1',
          'serving.kubeflow.org/s3-endpoint': 's3.eu-central-1.amazonaws.com',
          'serving.kubeflow.org/s3-region': 'eu-central-1',
        },
      },
      {
        name: 'camera-images',
        metadata: {
          'storage.ai.sap.com/type': 'azure',
          'storage.ai.sap.com/containerUri': 'https://acmevision.blob.core.windows.net/camera-images',
        },
      },
    ],
  }),
  seedGroup('vision-training', {
    labels: [
      { key: 'ext.ai.sap.com/stage', value: 'test' },
      { key: 'ext.ai.sap.com/document-grounding', value: 'true' },
    ],
  }),
  seedGroup('vision-legacy', { fails: true }),
];

const namedSeeds: readonly NamedSeed[] = [
  {
    id: 'acme-vision',
    label: 'Acme Vision',
    secretNames: ['docker-hub', 'ghcr-acme-vision', 'harbor-training'],
    resourceGroups: visionGroups,
    tenantSecrets: ['grounding-sharepoint'],
    sharedSecrets: ['proxy-certificate', 'telemetry-key'],
    repositories: [
      { name: 'vision-pipelines', url: visionPipelines, fails: false },
      { name: 'vision-legacy', url: visionLegacy, fails: true },
    ],
    applications: [
      { name: 'vision-training', repositoryUrl: visionPipelines, revision: 'main', path: 'training' },
      { name: 'vision-serving', repositoryUrl: visionPipelines, revision: 'main', path: 'serving/missing' },
      { name: 'vision-legacy', repositoryUrl: visionLegacy, revision: 'HEAD', path: 'workflows' },
    ],
  },
  {
    id: 'acme-forecast',
    label: 'Acme Forecast',
    secretNames: [],
    repositories: [],
    applications: [],
    resourceGroups: [seedGroup('default')],
  },
  {
    id: 'globex-chat',
    label: 'Globex Chat',
    secretNames: numberedNames('team-registry', secretQuota),
    repositories: chatRepositories.map((name) => ({ name, url: chatUrl(name), fails: false })),
    // The last two read the same folder, and break each other.
    applications: numberedNames('chat-sync', applicationQuota).map((name, index) => ({
      name,
      repositoryUrl: chatUrl(chatRepositories[Math.min(index, applicationQuota - 2)]),
      revision: 'main',
      path: 'templates',
    })),
    sharedSecrets: numberedNames('chat-backend', sharedSecretQuota),
    resourceGroups: [
      seedGroup('default'),
      ...numberedNames('chat-customer', resourceGroupQuota - 1).map((id) => seedGroup(id)),
    ],
  },
];

function numberedSeed(number: number, secretCount: number): NamedSeed {
  const digits = String(number).padStart(4, '0');
  // Every tenth tenant lacks the last secret, so that a matrix of tenants and secrets shows gaps.
  const present = number % 10 === 0 ? Math.max(secretCount - 1, 0) : secretCount;
  return {
    id: `tenant-${digits}`,
    label: `Tenant ${digits}`,
    secretNames: numberedNames('registry', present),
    repositories: [],
    applications: [],
    resourceGroups: [seedGroup('default')],
  };
}

/** The first `count` tenants. Those after the third hold `secretCount` secrets (0 to 50) each. */
export function buildTenantSeeds(count: number, secretCount: number): TenantSeed[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = namedSeeds[index] ?? numberedSeed(index + 1, secretCount);
    return { ...seed, zoneId: fixedUuid('identity zone', seed.id) };
  });
}

/** The request body that would have created a seed secret. Its credentials are invented. */
export function buildSeedSecretBody(name: string): Buffer {
  const auths = { 'registry.example.com': { username: 'seed-user', password: 'not-a-real-token' } };
  const body = { name, data: { '.dockerconfigjson': JSON.stringify({ auths }) } };
  return Buffer.from(JSON.stringify(body));
}

/** The request body that would have created a seed repository. */
export function buildSeedRepositoryBody({ name, url }: SeedRepository): Buffer {
  return Buffer.from(JSON.stringify({ name, url, username: 'seed-user', password: 'not-a-real-token' }));
}

/** The request body that would have created a seed application. */
export function buildSeedApplicationBody({ name, ...source }: SeedApplication): Buffer {
  return Buffer.from(JSON.stringify({ applicationName: name, ...source }));
}

/** The request body that would have created a seed generic secret. */
export function buildSeedGenericSecretBody(name: string): Buffer {
  return Buffer.from(JSON.stringify({ name, data: { token: 'bm90LWEtcmVhbC10b2tlbg==' } }));
}
