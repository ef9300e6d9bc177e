import { dockerHubHost, dockerHubKey } from './docker-hub.ts';

/** Stable slug of a registry product; texts and stored data are keyed by it. */
export type RegistryProviderId =
  | 'docker-hub'
  | 'ghcr'
  | 'gitlab'
  | 'quay'
  | 'ecr'
  | 'ecr-public'
  | 'artifact-registry'
  | 'acr'
  | 'harbor'
  | 'artifactory'
  | 'sap'
  | 'sap-rbsc'
  | 'redhat'
  | 'ngc'
  | 'ibm'
  | 'digitalocean'
  | 'scaleway'
  | 'oracle'
  | 'alibaba'
  | 'other';

/** One part of a host that the user has to supply. `pattern` is the source of an unanchored expression. */
export interface HostParameter {
  readonly id: string;
  readonly example: string;
  readonly pattern: string;
  readonly required: boolean;
}

/** A template part that follows from another parameter, by the first prefix that fits. */
export interface DerivedHostPart {
  readonly from: string;
  readonly byPrefix: readonly { readonly prefix: string; readonly value: string }[];
  readonly otherwise: string;
}

/** How the key of `auths` is made: always the same, from parameters in braces, or the user's own host. */
export type ProviderHost =
  | { readonly kind: 'fixed'; readonly value: string }
  | {
      readonly kind: 'template';
      readonly template: string;
      readonly derived?: Readonly<Record<string, DerivedHostPart>>;
    }
  | { readonly kind: 'own'; readonly example: string };

export interface ProviderUsername {
  /** The literal that every user of this kind of token types. */
  readonly fixed?: string;
  readonly example?: string;
  /** How every such username begins. */
  readonly prefix?: string;
  /** The token itself is the username too. */
  readonly sameAsToken?: true;
}

export interface ProviderToken {
  /** The registry's own term for it. */
  readonly word: string;
  /** `long`: until revoked; `dated`: until an end date chosen by its owner; `hours`: see `hours`. */
  readonly life: 'long' | 'dated' | 'hours';
  readonly hours?: number;
  readonly multiline?: true;
  /** The vendor's command that prints it. */
  readonly command?: string;
}

/** Which facts are not certain enough to be stated without "check this with your registry". */
export type UncertainField = 'host' | 'username' | 'token' | 'token-life' | 'alternatives';

export interface RegistryProvider {
  readonly id: RegistryProviderId;
  /** The product's proper name; empty for `other`, whose name is a text. */
  readonly name: string;
  readonly host: ProviderHost;
  readonly hostParameters: readonly HostParameter[];
  /** The product also runs on hosts of the user's own. */
  readonly selfHosted?: true;
  /** Hosts, or with a leading dot host suffixes, by which a typed host is recognised. */
  readonly recognisedBy: readonly string[];
  /** Host labels (`gitlab` in `gitlab.example.com`) that suggest this product on a host of one's own. */
  readonly recognisedByLabel?: readonly string[];
  readonly username: ProviderUsername;
  /** The kind of token that suits a stored pull secret best. */
  readonly token: ProviderToken;
  readonly alternatives: readonly { readonly username: ProviderUsername; readonly token: ProviderToken }[];
  readonly docsUrl?: string;
  readonly toBeConfirmed: readonly UncertainField[];
}

const ecrSuffix: DerivedHostPart = {
  from: 'region',
  byPrefix: [
    { prefix: 'cn-', value: 'amazonaws.com.cn' },
    { prefix: 'eusc-', value: 'amazonaws.eu' },
  ],
  otherwise: 'amazonaws.com',
};

/** Every registry product that the console knows, the catch-all `other` last. */
export const registryProviders: readonly RegistryProvider[] = [
  {
    id: 'docker-hub',
    name: 'Docker Hub',
    host: { kind: 'fixed', value: dockerHubKey },
    hostParameters: [],
    recognisedBy: [dockerHubHost],
    username: { example: 'jane' },
    token: { word: 'Personal access token', life: 'dated' },
    alternatives: [
      {
        username: { example: 'my-organisation' },
        token: { word: 'Organization access token', life: 'dated' },
      },
    ],
    docsUrl: 'https://docs.docker.com/security/access-tokens/',
    toBeConfirmed: [],
  },
  {
    id: 'ghcr',
    name: 'GitHub Container Registry',
    host: { kind: 'fixed', value: 'ghcr.io' },
    hostParameters: [],
    recognisedBy: ['ghcr.io', '.ghcr.io', 'docker.pkg.github.com'],
    username: { example: 'octocat' },
    token: { word: 'Personal access token (classic)', life: 'dated' },
    alternatives: [],
    docsUrl:
      'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
    toBeConfirmed: [],
  },
  {
    id: 'gitlab',
    name: 'GitLab Container Registry',
    host: { kind: 'fixed', value: 'registry.gitlab.com' },
    hostParameters: [],
    selfHosted: true,
    recognisedBy: ['registry.gitlab.com', 'gitlab.com'],
    recognisedByLabel: ['gitlab'],
    username: { example: 'gitlab+deploy-token-123' },
    token: { word: 'Deploy token', life: 'long' },
    alternatives: [
      { username: { example: 'jane' }, token: { word: 'Personal access token', life: 'dated' } },
    ],
    docsUrl: 'https://docs.gitlab.com/user/project/deploy_tokens/',
    toBeConfirmed: [],
  },
  {
    id: 'quay',
    name: 'Quay',
    host: { kind: 'fixed', value: 'quay.io' },
    hostParameters: [],
    selfHosted: true,
    recognisedBy: ['quay.io'],
    recognisedByLabel: ['quay'],
    username: { example: 'my-namespace+puller' },
    token: { word: 'Robot token', life: 'long' },
    alternatives: [],
    docsUrl: 'https://docs.quay.io/glossary/robot-accounts.html',
    toBeConfirmed: [],
  },
  {
    id: 'ecr',
    name: 'Amazon ECR',
    host: {
      kind: 'template',
      template: '{account}.dkr.ecr.{region}.{suffix}',
      derived: { suffix: ecrSuffix },
    },
    hostParameters: [
      { id: 'account', example: '123456789012', pattern: '[0-9]{12}', required: true },
      { id: 'region', example: 'eu-central-1', pattern: '[a-z]{2,5}(?:-[a-z]+){1,3}-[0-9]', required: true },
    ],
    recognisedBy: [],
    username: { fixed: 'AWS' },
    token: {
      word: 'Authorization token',
      life: 'hours',
      hours: 12,
      command: 'aws ecr get-login-password',
    },
    alternatives: [],
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
    toBeConfirmed: [],
  },
  {
    id: 'ecr-public',
    name: 'Amazon ECR Public',
    host: { kind: 'fixed', value: 'public.ecr.aws' },
    hostParameters: [],
    recognisedBy: ['public.ecr.aws', 'ecr-public.aws.com'],
    username: { fixed: 'AWS' },
    // The command knows this one region, wherever the images are (documentation below).
    token: {
      word: 'Authorization token',
      life: 'hours',
      hours: 12,
      command: 'aws ecr-public get-login-password --region us-east-1',
    },
    alternatives: [],
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html',
    toBeConfirmed: [],
  },
  {
    id: 'artifact-registry',
    name: 'Google Artifact Registry',
    host: { kind: 'template', template: '{location}-docker.pkg.dev' },
    hostParameters: [
      { id: 'location', example: 'europe-west3', pattern: '[a-z]+(?:-[a-z]+[0-9]+)?', required: true },
    ],
    recognisedBy: ['.pkg.dev', 'gcr.io', '.gcr.io'],
    username: { fixed: '_json_key' },
    token: { word: 'Service account key', life: 'long', multiline: true },
    alternatives: [
      {
        username: { fixed: '_json_key_base64' },
        token: { word: 'Service account key', life: 'long' },
      },
      { username: { fixed: 'oauth2accesstoken' }, token: { word: 'Access token', life: 'hours', hours: 1 } },
    ],
    docsUrl: 'https://cloud.google.com/artifact-registry/docs/docker/authentication',
    toBeConfirmed: ['alternatives'],
  },
  {
    id: 'acr',
    name: 'Azure Container Registry',
    host: { kind: 'template', template: '{name}.azurecr.io' },
    hostParameters: [
      { id: 'name', example: 'contoso', pattern: '[a-z0-9][a-z0-9-]{3,62}[a-z0-9]', required: true },
    ],
    recognisedBy: ['.azurecr.io', '.azurecr.cn', '.azurecr.us'],
    username: { example: '11111111-2222-3333-4444-555555555555' },
    token: { word: 'Client secret', life: 'dated' },
    alternatives: [
      { username: { example: 'my-token' }, token: { word: 'Token password', life: 'dated' } },
      {
        username: { fixed: '00000000-0000-0000-0000-000000000000' },
        token: { word: 'Microsoft Entra token', life: 'hours', hours: 3 },
      },
    ],
    docsUrl: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication',
    toBeConfirmed: [],
  },
  {
    id: 'harbor',
    name: 'Harbor',
    host: { kind: 'own', example: 'harbor.example.com' },
    hostParameters: [],
    selfHosted: true,
    recognisedBy: ['.goharbor.io'],
    recognisedByLabel: ['harbor'],
    username: { example: 'robot$my-project+puller' },
    token: { word: 'Robot secret', life: 'dated' },
    alternatives: [],
    docsUrl: 'https://goharbor.io/docs/2.7.0/administration/robot-accounts/',
    toBeConfirmed: [],
  },
  {
    id: 'artifactory',
    name: 'JFrog Artifactory',
    host: { kind: 'template', template: '{name}.jfrog.io' },
    hostParameters: [
      { id: 'name', example: 'mycompany', pattern: '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?', required: true },
    ],
    selfHosted: true,
    recognisedBy: ['.jfrog.io'],
    recognisedByLabel: ['artifactory', 'jfrog'],
    username: { example: 'jane' },
    token: { word: 'Identity token', life: 'dated' },
    alternatives: [{ username: { example: 'jane' }, token: { word: 'Access token', life: 'dated' } }],
    docsUrl: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    toBeConfirmed: [],
  },
  {
    id: 'sap',
    name: 'SAP Repositories',
    host: { kind: 'template', template: '{team}.common.repositories.cloud.sap' },
    hostParameters: [
      { id: 'team', example: 'my-team', pattern: '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?', required: true },
    ],
    recognisedBy: ['.repositories.cloud.sap'],
    username: { example: 'technical-user' },
    token: { word: 'Token', life: 'long' },
    alternatives: [],
    docsUrl:
      'https://help.sap.com/doc/c2d571df73104f72b9f1b73e06c5609a/Latest/en-US/docs/user-guide/getting-started/obtain_credentials.html',
    toBeConfirmed: ['username', 'token', 'token-life'],
  },
  {
    // Where SAP ships on-premise products, such as SAP Data Intelligence, as images to its customers.
    id: 'sap-rbsc',
    name: 'SAP Repository-Based Shipment Channel',
    host: { kind: 'template', template: '{repository}.dockersrv.repositories.sapcdn.io' },
    hostParameters: [
      { id: 'repository', example: '73554900100900000000', pattern: '[0-9]{10,24}', required: true },
    ],
    recognisedBy: ['.repositories.sapcdn.io'],
    username: { example: '0001234567-puller' },
    token: { word: 'Basic authentication password of a technical user', life: 'long' },
    alternatives: [],
    docsUrl:
      'https://help.sap.com/doc/c2d571df73104f72b9f1b73e06c5609a/Latest/en-US/docs/user-guide/getting-started/obtain_credentials.html',
    toBeConfirmed: ['username', 'token-life'],
  },
  {
    id: 'redhat',
    name: 'Red Hat Registry',
    host: { kind: 'fixed', value: 'registry.redhat.io' },
    hostParameters: [],
    recognisedBy: ['registry.redhat.io', 'registry.connect.redhat.com'],
    username: { example: '12345678|my-service-account' },
    token: { word: 'Service account token', life: 'long' },
    alternatives: [],
    docsUrl: 'https://access.redhat.com/RegistryAuthentication',
    toBeConfirmed: ['username'],
  },
  {
    id: 'ngc',
    name: 'NVIDIA NGC',
    host: { kind: 'fixed', value: 'nvcr.io' },
    hostParameters: [],
    recognisedBy: ['nvcr.io', '.nvcr.io'],
    username: { fixed: '$oauthtoken' },
    token: { word: 'API key', life: 'dated' },
    alternatives: [],
    docsUrl: 'https://docs.nvidia.com/ngc/ngc-overview/index.html',
    toBeConfirmed: [],
  },
  {
    id: 'ibm',
    name: 'IBM Cloud Container Registry',
    host: { kind: 'template', template: '{region}.icr.io' },
    hostParameters: [{ id: 'region', example: 'de', pattern: '[a-z]{2}[0-9]?', required: false }],
    recognisedBy: ['icr.io', '.icr.io'],
    username: { fixed: 'iamapikey' },
    token: { word: 'API key', life: 'long' },
    alternatives: [
      { username: { fixed: 'iambearer' }, token: { word: 'IAM access token', life: 'hours', hours: 1 } },
      { username: { fixed: 'iamrefresh' }, token: { word: 'IAM refresh token', life: 'dated' } },
      // A trusted profile is named by its id; the key is that of a service ID which it trusts
      // (https://cloud.ibm.com/docs/Registry?topic=Registry-registry_access_trusted_profiles).
      {
        username: { example: 'Profile-11111111-2222-3333-4444-555555555555', prefix: 'Profile-' },
        token: { word: 'API key', life: 'long' },
      },
    ],
    docsUrl: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_access',
    toBeConfirmed: [],
  },
  {
    id: 'digitalocean',
    name: 'DigitalOcean Container Registry',
    host: { kind: 'fixed', value: 'registry.digitalocean.com' },
    hostParameters: [],
    recognisedBy: ['registry.digitalocean.com'],
    username: { sameAsToken: true },
    token: { word: 'API token', life: 'dated' },
    alternatives: [],
    docsUrl: 'https://docs.digitalocean.com/products/container-registry/reference/api/container-registries',
    toBeConfirmed: ['username'],
  },
  {
    id: 'scaleway',
    name: 'Scaleway Container Registry',
    host: { kind: 'template', template: 'rg.{region}.scw.cloud' },
    hostParameters: [{ id: 'region', example: 'fr-par', pattern: '[a-z]{2}-[a-z]{3}', required: true }],
    recognisedBy: ['.scw.cloud'],
    username: { fixed: 'nologin' },
    token: { word: 'Secret key', life: 'dated' },
    alternatives: [],
    docsUrl: 'https://www.scaleway.com/en/docs/container-registry/quickstart/',
    toBeConfirmed: [],
  },
  {
    // https://docs.oracle.com/en-us/iaas/Content/Registry/Tasks/registrypushingimagesusingthedockercli.htm
    id: 'oracle',
    name: 'Oracle Cloud Infrastructure Registry',
    host: { kind: 'template', template: '{region}.ocir.io' },
    hostParameters: [
      { id: 'region', example: 'fra', pattern: '[a-z]{3}|[a-z]{2}-[a-z]+-[0-9]', required: true },
    ],
    recognisedBy: ['.ocir.io', '.oci.oraclecloud.com'],
    username: { example: 'my-namespace/jane@example.com' },
    token: { word: 'Auth token', life: 'long' },
    // https://www.ateam-oracle.com/authentication-mechanisms-for-oci-container-registry-ocir
    alternatives: [
      { username: { fixed: 'BEARER_TOKEN' }, token: { word: 'Bearer token', life: 'hours', hours: 1 } },
    ],
    docsUrl:
      'https://docs.oracle.com/en-us/iaas/Content/Registry/Tasks/registrypushingimagesusingthedockercli.htm',
    toBeConfirmed: [],
  },
  {
    // https://www.alibabacloud.com/help/en/acr/user-guide/configure-access-credentials
    id: 'alibaba',
    name: 'Alibaba Cloud Container Registry',
    host: { kind: 'own', example: 'registry-intl.eu-central-1.aliyuncs.com' },
    hostParameters: [],
    recognisedBy: ['.aliyuncs.com'],
    username: { example: 'puller@1234567890123456' },
    token: { word: 'Access credential: the fixed password', life: 'long' },
    alternatives: [
      {
        username: { fixed: 'cr_temp_user' },
        token: { word: 'Temporary password', life: 'hours', hours: 1 },
      },
    ],
    docsUrl: 'https://www.alibabacloud.com/help/en/acr/user-guide/configure-access-credentials',
    toBeConfirmed: ['username'],
  },
  {
    id: 'other',
    name: '',
    host: { kind: 'own', example: 'registry.example.com' },
    hostParameters: [],
    recognisedBy: [],
    username: {},
    token: { word: 'Token', life: 'dated' },
    alternatives: [],
    toBeConfirmed: [],
  },
];
