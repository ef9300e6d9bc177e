import { dockerHubHost, dockerHubKey } from './docker-hub.ts';
import type { DerivedHostPart, RegistryProvider } from './registry-provider.ts';

const ecrSuffix: DerivedHostPart = {
  from: 'region',
  byPrefix: [
    { prefix: 'cn-', value: 'amazonaws.com.cn' },
    { prefix: 'eusc-', value: 'amazonaws.eu' },
  ],
  otherwise: 'amazonaws.com',
};

/** Every registry product that the console knows; the catch-all `other` is last. */
export const registryProviders: readonly RegistryProvider[] = [
  {
    id: 'docker-hub',
    name: 'Docker Hub',
    mark: 'DH',
    host: { kind: 'fixed', value: dockerHubKey },
    // Docker Hardened Images use the same accounts and tokens (https://docs.docker.com/dhi/how-to/use/).
    recognisedBy: [dockerHubHost, 'dhi.io'],
    username: { example: 'jane' },
    token: { word: 'Personal access token', life: 'dated' },
    alternatives: [
      {
        username: { example: 'my-organisation' },
        token: { word: 'Organization access token', life: 'dated' },
      },
    ],
    docsUrl: 'https://docs.docker.com/security/access-tokens/',
  },
  {
    id: 'ghcr',
    name: 'GitHub Container Registry',
    mark: 'GH',
    host: { kind: 'fixed', value: 'ghcr.io' },
    recognisedBy: ['ghcr.io', '.ghcr.io', 'docker.pkg.github.com'],
    username: { example: 'octocat' },
    token: { word: 'Personal access token (classic)', life: 'dated' },
    docsUrl:
      'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
  },
  {
    id: 'gitlab',
    name: 'GitLab Container Registry',
    mark: 'GL',
    host: { kind: 'fixed', value: 'registry.gitlab.com' },
    recognisedBy: ['registry.gitlab.com', 'gitlab.com'],
    recognisedByLabel: ['gitlab'],
    username: { example: 'gitlab+deploy-token-123' },
    token: { word: 'Deploy token', life: 'long' },
    alternatives: [
      { username: { example: 'jane' }, token: { word: 'Personal access token', life: 'dated' } },
    ],
    docsUrl: 'https://docs.gitlab.com/user/project/deploy_tokens/',
  },
  {
    id: 'quay',
    name: 'Quay',
    mark: 'QY',
    host: { kind: 'fixed', value: 'quay.io' },
    recognisedBy: ['quay.io'],
    recognisedByLabel: ['quay'],
    username: { example: 'my-namespace+puller' },
    token: { word: 'Robot token', life: 'long' },
    docsUrl: 'https://docs.quay.io/glossary/robot-accounts.html',
  },
  {
    id: 'ecr',
    name: 'Amazon ECR',
    mark: 'EC',
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
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
  },
  {
    id: 'ecr-public',
    name: 'Amazon ECR Public',
    mark: 'EC',
    host: { kind: 'fixed', value: 'public.ecr.aws' },
    recognisedBy: ['public.ecr.aws', 'ecr-public.aws.com'],
    username: { fixed: 'AWS' },
    // The command only supports this region, wherever the images are (documentation below).
    token: {
      word: 'Authorization token',
      life: 'hours',
      hours: 12,
      command: 'aws ecr-public get-login-password --region us-east-1',
    },
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html',
  },
  {
    id: 'artifact-registry',
    name: 'Google Artifact Registry',
    mark: 'GA',
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
    isConfirmed: false,
  },
  {
    id: 'acr',
    name: 'Azure Container Registry',
    mark: 'AZ',
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
  },
  {
    id: 'harbor',
    name: 'Harbor',
    mark: 'HB',
    host: { kind: 'own', example: 'harbor.example.com' },
    // OVHcloud's managed registries are Harbor.
    recognisedBy: ['.goharbor.io', '.container-registry.ovh.net'],
    recognisedByLabel: ['harbor'],
    username: { example: 'robot$my-project+puller' },
    token: { word: 'Robot secret', life: 'dated' },
    docsUrl: 'https://goharbor.io/docs/2.7.0/administration/robot-accounts/',
  },
  {
    id: 'artifactory',
    name: 'JFrog Artifactory',
    mark: 'JF',
    host: { kind: 'template', template: '{name}.jfrog.io' },
    hostParameters: [
      { id: 'name', example: 'mycompany', pattern: '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?', required: true },
    ],
    recognisedBy: ['.jfrog.io'],
    recognisedByLabel: ['artifactory', 'jfrog'],
    username: { example: 'jane' },
    token: { word: 'Identity token', life: 'dated' },
    alternatives: [{ username: { example: 'jane' }, token: { word: 'Access token', life: 'dated' } }],
    docsUrl: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  },
  {
    id: 'sap',
    name: 'SAP Repositories',
    mark: 'SP',
    host: { kind: 'template', template: '{team}.common.repositories.cloud.sap' },
    hostParameters: [
      { id: 'team', example: 'my-team', pattern: '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?', required: true },
    ],
    recognisedBy: ['.repositories.cloud.sap'],
    username: { example: 'technical-user' },
    token: { word: 'Token', life: 'long' },
    docsUrl:
      'https://help.sap.com/doc/c2d571df73104f72b9f1b73e06c5609a/Latest/en-US/docs/user-guide/getting-started/obtain_credentials.html',
    isConfirmed: false,
  },
  {
    // The channel through which SAP ships on-premise products, such as SAP Data Intelligence, as images.
    id: 'sap-rbsc',
    name: 'SAP Repository-Based Shipment Channel',
    mark: 'SP',
    host: { kind: 'template', template: '{repository}.dockersrv.repositories.sapcdn.io' },
    hostParameters: [
      { id: 'repository', example: '73554900100900000000', pattern: '[0-9]{10,24}', required: true },
    ],
    recognisedBy: ['.repositories.sapcdn.io'],
    username: { example: '0001234567-puller' },
    token: { word: 'Basic authentication password of a technical user', life: 'long' },
    docsUrl:
      'https://help.sap.com/doc/c2d571df73104f72b9f1b73e06c5609a/Latest/en-US/docs/user-guide/getting-started/obtain_credentials.html',
    isConfirmed: false,
  },
  {
    id: 'redhat',
    name: 'Red Hat Registry',
    mark: 'RH',
    host: { kind: 'fixed', value: 'registry.redhat.io' },
    recognisedBy: ['registry.redhat.io', 'registry.connect.redhat.com'],
    username: { example: '12345678|my-service-account' },
    token: { word: 'Service account token', life: 'long' },
    docsUrl: 'https://access.redhat.com/RegistryAuthentication',
    isConfirmed: false,
  },
  {
    id: 'ngc',
    name: 'NVIDIA NGC',
    mark: 'NV',
    host: { kind: 'fixed', value: 'nvcr.io' },
    recognisedBy: ['nvcr.io', '.nvcr.io'],
    username: { fixed: '$oauthtoken' },
    token: { word: 'API key', life: 'dated' },
    docsUrl: 'https://docs.nvidia.com/ngc/ngc-overview/index.html',
  },
  {
    id: 'ibm',
    name: 'IBM Cloud Container Registry',
    mark: 'IB',
    host: { kind: 'template', template: '{region}.icr.io' },
    hostParameters: [{ id: 'region', example: 'de', pattern: '[a-z]{2}[0-9]?', required: false }],
    recognisedBy: ['icr.io', '.icr.io'],
    username: { fixed: 'iamapikey' },
    token: { word: 'API key', life: 'long' },
    alternatives: [
      { username: { fixed: 'iambearer' }, token: { word: 'IAM access token', life: 'hours', hours: 1 } },
      { username: { fixed: 'iamrefresh' }, token: { word: 'IAM refresh token', life: 'dated' } },
      // A trusted profile is named by its id; the key belongs to a service ID that the profile trusts
      // (https://cloud.ibm.com/docs/Registry?topic=Registry-registry_access_trusted_profiles).
      {
        username: { example: 'Profile-11111111-2222-3333-4444-555555555555', prefix: 'Profile-' },
        token: { word: 'API key', life: 'long' },
      },
    ],
    docsUrl: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_access',
  },
  {
    id: 'digitalocean',
    name: 'DigitalOcean Container Registry',
    mark: 'DO',
    host: { kind: 'fixed', value: 'registry.digitalocean.com' },
    recognisedBy: ['registry.digitalocean.com'],
    username: { sameAsToken: true },
    token: { word: 'API token', life: 'dated' },
    docsUrl: 'https://docs.digitalocean.com/products/container-registry/reference/api/container-registries',
    isConfirmed: false,
  },
  {
    id: 'scaleway',
    name: 'Scaleway Container Registry',
    mark: 'SC',
    host: { kind: 'template', template: 'rg.{region}.scw.cloud' },
    hostParameters: [{ id: 'region', example: 'fr-par', pattern: '[a-z]{2}-[a-z]{3}', required: true }],
    recognisedBy: ['.scw.cloud'],
    username: { fixed: 'nologin' },
    token: { word: 'Secret key', life: 'dated' },
    docsUrl: 'https://www.scaleway.com/en/docs/container-registry/quickstart/',
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
  },
  {
    // https://www.alibabacloud.com/help/en/acr/user-guide/configure-access-credentials
    id: 'alibaba',
    name: 'Alibaba Cloud Container Registry',
    host: { kind: 'own', example: 'registry-intl.eu-central-1.aliyuncs.com' },
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
    isConfirmed: false,
  },
  {
    id: 'other',
    name: '',
    host: { kind: 'own', example: 'registry.example.com' },
    recognisedBy: [],
    username: {},
    token: { word: 'Token', life: 'dated' },
  },
];
