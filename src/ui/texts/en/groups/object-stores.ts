import { spell } from '../character.ts';
import type { ObjectStoreNameProblem } from '../../../../domain/object-store/object-store-name.ts';
import type { StoreFieldProblem } from '../../../../domain/object-store/store-checks.ts';
import type { StoreFieldId, StoreType } from '../../../../domain/object-store/store-types.ts';
import { plural } from '../../format.ts';

function storesOf(count: number): string {
  return plural(count, { one: 'object store secret', other: 'object store secrets' });
}

function nameProblem(problem: ObjectStoreNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name, for example default.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters. This has ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use lowercase letters, digits, “.” and “-”.`;
    case 'bad-edge':
      return 'Begin and end with a lowercase letter or a digit.';
    case 'bad-sequence':
      return 'Put a letter or a digit before and after each dot.';
  }
}

const missing: Readonly<Record<StoreFieldId, string>> = {
  bucket: 'Enter the name of the bucket.',
  endpoint: 'Enter the host of the storage service.',
  region: 'Enter the region.',
  accessKeyId: 'Enter the access key ID.',
  secretAccessKey: 'Enter the secret access key.',
  nameNode: 'Enter the address of the file container.',
  tlsCert: 'Paste the client certificate, or choose its file.',
  tlsKey: 'Paste the private key, or choose its file.',
  headers: 'Enter the headers as JSON.',
  containerUri: 'Enter the address of the container.',
  sasToken: 'Enter the SAS token.',
  clientId: 'Enter the client ID.',
  clientSecret: 'Enter the client secret.',
  azureTenantId: 'Enter the tenant ID.',
  subscriptionId: 'Enter the subscription ID.',
  serviceAccount: 'Paste the service account key, or choose its file.',
};

function fieldProblem(id: StoreFieldId, { code }: StoreFieldProblem): string {
  switch (code) {
    case 'empty':
      return missing[id];
    case 'scheme':
      return 'Leave out “https://”. AI Core adds it itself.';
    case 'path':
      return 'Leave out what follows the host. The bucket has its own field.';
    case 'not-a-host':
      return 'Not a valid host. Enter it like s3.example.com, with a port if it has one.';
    case 'not-https':
      return 'Enter the full address, beginning with https://.';
    case 'no-container':
      return 'Add the name of the container after the host.';
    case 'query':
      return 'Leave out “?” and what follows it. The SAS token has its own field.';
    case 'not-pem':
      return id === 'tlsKey'
        ? 'Not a private key in PEM. It begins with -----BEGIN PRIVATE KEY-----.'
        : 'Not a certificate in PEM. It begins with -----BEGIN CERTIFICATE-----.';
    case 'not-json':
      return id === 'serviceAccount'
        ? 'Not a key file. Paste the JSON that Google gave you, or choose its file.'
        : 'Not valid JSON. Check for a missing quote or brace.';
    case 'not-headers':
      return 'Enter an object with a string for each header.';
    case 'not-a-service-account':
      return 'This JSON is not a service account key: it needs "type": "service_account" and a private key.';
    case 'masked':
      return 'These are placeholders for a hidden value. Copy the value itself.';
    case 'white-space':
      return 'Remove the spaces.';
  }
}

export const objectStores = {
  heading: 'Object store secrets',
  note: 'AI Core reads training data from object stores and writes models and results to them.',
  register: 'Register secret',
  search: 'Search object store secrets',
  name: 'Name',
  type: 'Type',
  place: 'Location',
  pathPrefix: 'Path prefix',
  actions: 'Actions',
  none: '–',
  isDefault: 'Results go here',
  typeNames: {
    S3: 'S3 and compatible',
    azure: 'Azure Blob Storage',
    gcs: 'Google Cloud Storage',
    webhdfs: 'SAP HANA data lake',
    oss: 'Alibaba Cloud OSS',
  } as Readonly<Record<StoreType, string>>,
  unknownType: 'Not known',
  rotate: 'Rotate',
  rotateOf: (name: string) => `Rotate credentials of ${name}`,
  shown: (shown: number, all: number) => `${shown} of ${storesOf(all)} shown`,
  count: storesOf,
  defaultMissing: (group: string) => `${group} has no object store “default”.`,
  defaultMissingText: 'Training writes its results there, and fails without it.',
  registerDefault: 'Register default',
  emptyTitle: 'No object store yet',
  emptyText: 'Register the one called “default” first: training writes its results there.',
  noMatchTitle: 'No object store matches',
  noMatchText: (search: string) => `No name or location contains “${search}”.`,
  notReady: 'This resource group is not ready. AI Core may reject changes until it is.',

  registerHeading: 'Register an object store secret',
  rotateHeading: (name: string) => `Rotate credentials of ${name}`,
  inGroup: (group: string) => `in resource group ${group}`,
  registerNote:
    'AI Core stores the credentials and never returns them. It does not check them: a wrong key shows only when a training run fails.',
  oneForAll: 'The object store “default” receives all results. Others serve as input only.',
  rotateNote:
    'Everything is replaced. What AI Core returns is filled in; enter the rest again, or it is removed.',
  lakeNote: 'With a data lake, templates cannot turn off archiving with “archive: none”.',
  nameHint: 'Artifacts refer to it: ai://default/… It cannot be changed later.',
  nameProblem,
  nameTaken: (name: string) => `This resource group already has a secret “${name}”. Choose another name.`,
  fieldProblem,
  fields: {
    bucket: 'Bucket',
    endpoint: 'Endpoint',
    region: 'Region',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    nameNode: 'File container address',
    tlsCert: 'Client certificate',
    tlsKey: 'Private key',
    headers: 'Headers',
    containerUri: 'Container address',
    sasToken: 'SAS token',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    azureTenantId: 'Azure tenant ID',
    subscriptionId: 'Subscription ID',
    serviceAccount: 'Service account key',
  } as Readonly<Record<StoreFieldId, string>>,
  hints: {
    bucket: 'It must exist already.',
    endpoint: 'The host only, such as s3.eu-central-1.amazonaws.com',
    region: 'Such as eu-central-1',
    nameNode: 'https://… of the file container',
    tlsCert: 'PEM, of a user who may read and write',
    tlsKey: 'PEM, without a passphrase',
    headers: 'Proposed from the address',
    containerUri: 'https://ACCOUNT.blob.core.windows.net/CONTAINER',
    sasToken: 'It contains its expiry date. Rotate it before then.',
    serviceAccount: 'The JSON file from Google. It is sent in base64, as AI Core expects.',
  } as Readonly<Partial<Record<StoreFieldId, string>>>,
  optional: (label: string) => `${label} (optional)`,
  pathPrefixHint: 'A folder in front of every path, for projects that share a bucket',
  regionOf: 'The endpoint contains the region.',
  sasMoved: 'The address contained the SAS token. It was moved to its own field.',
  accountOf: (email: string, project: string) => `Key of ${email} in project ${project}`,
  show: (label: string) => `Show ${label}`,
  hide: (label: string) => `Hide ${label}`,
  chooseFile: 'Choose file',
  registeredTitle: (name: string) => `Object store secret ${name} is registered`,
  rotatedTitle: (name: string) => `The credentials of ${name} are rotated`,
  doneText: 'AI Core uses it for executions and deployments that start from now on.',
  registerAnother: 'Register another',
  notFoundTitle: 'Object store secret not found',
  notFoundText: (name: string, group: string) =>
    `The resource group ${group} has no object store secret “${name}”. It may have been deleted.`,

  deleteHeading: (name: string, group: string) => `Delete object store secret ${name} from ${group}?`,
  deleteText:
    'New executions and deployments that read from this object store fail. Running ones keep going.',
  deleteDefault:
    'This is the object store for results: training fails until another “default” is registered.',
  deleteKept: 'The files in it stay. To undo this, register it again with its credentials.',
  deleteSecret: 'Delete secret',
  deleted: {
    sent: (name: string) => `Object store secret “${name}” is deleted`,
    already: (name: string) => `Object store secret “${name}” was already deleted`,
  },
};
