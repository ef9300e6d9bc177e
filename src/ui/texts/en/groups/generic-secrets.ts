import { spell } from '../character.ts';
import type { GenericSecretNameProblem } from '../../../../domain/generic-secret/generic-secret-name.ts';
import type { SecretKeyProblem } from '../../../../domain/generic-secret/secret-data.ts';
import type { ScopeKind, SecretScope } from '../../../../domain/generic-secret/secret-scope.ts';
import { formatBytes } from '../../format-bytes.ts';
import { formatList, formatNumber, plural } from '../../format.ts';
import { unreadableFile } from '../shared/unreadable-file.ts';

function secretsOf(count: number): string {
  return plural(count, { one: 'generic secret', other: 'generic secrets' });
}

function groupsOf(count: number): string {
  return plural(count, { one: 'resource group', other: 'resource groups' });
}

function nameProblem(problem: GenericSecretNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name, for example model-key.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters. This has ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use lowercase letters, digits, “.” and “-”.`;
    case 'bad-edge':
      return 'Begin and end with a letter or a digit, and put one before and after each dot.';
  }
}

function keyProblem(problem: SecretKeyProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a key, for example API_KEY.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use letters, digits, “_”, “-” and “.”.`;
    case 'dots':
      return 'A key cannot begin with two dots or be a single dot.';
  }
}

const maxNamed = 3;

export const genericSecrets = {
  heading: 'Generic secrets',
  notes: {
    group: 'Containers of this resource group can use these as environment variables or files.',
    all: 'AI Core copies these into every resource group.',
    tenant: 'These belong to the tenant itself. Containers cannot use them.',
  } as Readonly<Record<ScopeKind, string>>,
  scope: 'Scope',
  scopes: {
    group: 'One resource group',
    all: 'All resource groups',
    tenant: 'Tenant',
  } as Readonly<Record<ScopeKind, string>>,
  scopesExplained: {
    group: 'One resource group: its containers can use it',
    all: 'All resource groups: AI Core copies it into each of them',
    tenant: 'Tenant: for AI Core’s own services, not for containers',
  } as Readonly<Record<ScopeKind, string>>,
  inScope: (scope: SecretScope) =>
    scope.kind === 'group'
      ? `in resource group ${scope.group}`
      : scope.kind === 'all'
        ? 'in all resource groups'
        : 'of the tenant',
  quotaLeft: (left: number, max: number) =>
    `${formatNumber(left)} of ${formatNumber(max)} tenant-wide secrets left.`,
  quotaFull: (max: number) =>
    `All ${formatNumber(max)} tenant-wide secrets are in use. Delete one first, or choose one resource group.`,
  registerLink: 'Register generic secret',
  search: 'Search generic secrets',
  name: 'Name',
  createdAt: 'Created',
  replicatedTo: 'Copied to',
  actions: 'Actions',
  none: '–',
  replicated: (arrived: number, waiting: number) =>
    waiting === 0 ? groupsOf(arrived) : `${formatNumber(arrived)} of ${groupsOf(arrived + waiting)}`,
  notYetIn: (groups: readonly string[]) =>
    groups.length > maxNamed
      ? `Not yet in ${groups.slice(0, maxNamed).join(', ')} and ${formatNumber(groups.length - maxNamed)} more`
      : `Not yet in ${formatList(groups)}`,
  notTold: 'AI Core does not say',
  rotate: 'Rotate',
  rotateOf: (name: string) => `Rotate the values of ${name}`,
  shown: (shown: number, all: number) => `${shown} of ${secretsOf(all)} shown`,
  count: secretsOf,
  emptyTitle: 'No generic secret here',
  emptyTexts: {
    group: 'Register one for what a container needs to know: an API key, a certificate, a password.',
    all: 'Register one for what containers of every resource group need to know.',
    tenant: 'Register one if an AI Core service asks for it.',
  } as Readonly<Record<ScopeKind, string>>,
  noMatchTitle: 'No generic secret matches',
  noMatchText: (search: string) => `No name contains “${search}”.`,

  registerHeading: 'Register a generic secret',
  rotateHeading: (name: string) => `Rotate the values of ${name}`,
  register: 'Register',
  nameHint: 'Templates refer to it by this name. It cannot be changed later.',
  nameProblem,
  nameTaken: (name: string) => `A secret “${name}” already exists here. Choose another name.`,
  values: 'Keys and values',
  entry: (position: number) => `Key and value ${position}`,
  key: 'Key',
  keyHint: 'What a template asks for, such as API_KEY',
  noVariable: 'Works as a file. As a variable it needs a name of letters, digits and “_”.',
  keyProblem,
  keyTwice: (key: string) => `“${key}” occurs twice. Each key can have one value.`,
  value: 'Value',
  valueHint: 'Enter it as it is. The console encodes it in base64.',
  valueMissing: 'Enter a value, or use a file.',
  tooLarge: (max: number) =>
    `Together, the values are larger than ${formatBytes(max)}. Kubernetes does not accept larger secrets.`,
  unreadableFile,
  fileTooLarge: (name: string, max: number) =>
    `${name} is larger than ${formatBytes(max)}. Choose a smaller file.`,
  alreadyEncoded: 'This looks like base64. It would be encoded twice.',
  decode: 'Decode it',
  useFile: 'Use a file…',
  typeInstead: 'Enter text instead',
  show: 'Show value',
  hide: 'Hide value',
  addKey: 'Add key',
  remove: (key: string) => `Remove ${key}`,
  removeEmpty: 'Remove this key',
  registerNote: 'AI Core stores the keys and values and never returns them.',
  notForPulling: 'To pull images, register a Docker registry secret instead.',
  rotateNote:
    'All keys and values are replaced. AI Core never returns the keys: enter every key that templates ask for.',
  rotateRunning:
    'Running containers keep their variables until they restart. Mounted files change by themselves.',
  notFoundTitle: 'Secret not found',
  notFoundText: (name: string) => `No generic secret here is called “${name}”. It may be in another scope.`,
  backToList: 'Open generic secrets',
  registeredTitle: (name: string) => `Generic secret ${name} is registered`,
  rotatedTitle: (name: string) => `The values of ${name} are rotated`,
  doneTexts: {
    group: 'Containers of this resource group can use it from now on.',
    all: 'AI Core is copying it into every resource group. The list shows how far it has come.',
    tenant: 'It belongs to the tenant itself.',
  } as Readonly<Record<ScopeKind, string>>,
  asVariables: 'As environment variables',
  asFiles: 'As files',
  registerAnother: 'Register another',

  deleteHeading: (name: string, where: string) => `Delete the generic secret ${name} ${where}?`,
  deleteSecret: 'Delete secret',
  deleteTexts: {
    group: 'New containers whose template uses it will fail to start. Running ones keep what they have.',
    all: 'It is deleted from every resource group. New containers whose template uses it will fail to start.',
    tenant: 'AI Core services that use it lose access.',
  } as Readonly<Record<ScopeKind, string>>,
  deleteKept: 'AI Core never returns its values. Keep a copy elsewhere if you still need them.',
  deleted: {
    sent: (name: string) => `Generic secret “${name}” is deleted`,
    already: (name: string) => `Generic secret “${name}” was already deleted`,
  },
};
