import type { HostProblem, HostWarning } from '../../../domain/registry/registry-host.ts';
import type { UnreachableKind } from '../../../domain/text/public-address.ts';
import type { ProviderToken, RegistryProvider } from '../../../domain/registry/registry-provider.ts';
import type { SecretNameProblem } from '../../../domain/pull-secret/secret-name.ts';
import { formatDaysFromNow, plural } from '../format.ts';

function nameProblem(problem: SecretNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name for the secret.';
    case 'too-short':
      return 'Use at least 2 characters.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters; these are ${problem.length}.`;
    case 'bad-start':
      return 'Begin with a lowercase letter or a digit.';
    case 'bad-end':
      return 'End with a lowercase letter or a digit.';
    case 'bad-character':
      return `“${problem.character}” is not allowed: use lowercase letters, digits, “-”, “.” and “_”.`;
    case 'double-underscore':
      return 'Put another character between two underscores.';
    case 'underscore-before-end':
      return 'Let at least two characters follow the last underscore.';
  }
}

function hostProblem(problem: HostProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter the registry’s host, for example ghcr.io.';
    case 'white-space':
      return 'Remove the white space: a host has none.';
    case 'bad-scheme':
      return 'Only https:// may stand before the host; no image matches this one.';
    case 'userinfo':
      return 'Remove the part before “@”: username and token have fields of their own.';
    case 'query':
      return 'Remove what follows “?” or “#”: a host has none.';
    case 'has-image-path':
      return 'This is the address of an image: enter the registry’s host only.';
    case 'docker-hub':
      return 'With this spelling no image of Docker Hub is pulled: use https://index.docker.io.';
    case 'bad-port':
      return 'After “:” stands a port, a number from 1 to 65535.';
    case 'bad-name':
      return 'This is no valid host name: use letters, digits and “-” between the dots.';
    case 'trailing-dot':
      return 'Remove the dot at the end: no image matches it.';
    case 'uppercase':
      return 'Use lowercase letters: hosts are compared letter by letter.';
    case 'bad-path':
      return 'The path after the host can be no image’s: check it or remove it.';
    case 'version-path':
      return 'Remove /v1 or /v2 at the end: without a last slash it counts as part of the image’s name.';
    case 'web-address':
      return 'This is the address of a web page: enter the host from which images are pulled.';
    case 'too-long':
      return 'This is longer than an image’s address can be (255 characters).';
    case 'bad-character':
      return `“${problem.character}” cannot stand in a registry’s host.`;
  }
}

const unreachable: Record<UnreachableKind, string> = {
  loopback: 'This address is the machine itself',
  private: 'This is an address of a private network',
  'link-local': 'This address is only valid within one network segment',
  'local-name': 'This name is only known in a local network',
  'cluster-name': 'This is a name inside one Kubernetes cluster',
  'single-label': 'This name has no dot, so it is only known in a local network',
};

function hostWarning(warning: HostWarning): string {
  switch (warning.code) {
    case 'unreachable-address':
      return `${unreachable[warning.kind]}. AI Core pulls from public registries only and will not reach it.`;
    case 'path-prefix':
      return `Only images whose path begins with “${warning.path}” are pulled with this credential.`;
    case 'wildcard':
      return '“*” stands for one part of the host name, never for a dot.';
    case 'http-scheme':
      return 'http:// has no effect here: AI Core pulls over https.';
    case 'docker-hub-spelling':
      return 'WorkflowTemplates take this spelling of Docker Hub, ServingTemplates may not.';
    case 'default-port':
      return 'With “:443” only images that spell out the port too are pulled.';
  }
}

const parameters: Record<string, string> = {
  account: 'Account ID',
  region: 'Region',
  location: 'Location',
  name: 'Registry name',
  team: 'Team',
  repository: 'Repository number',
};

function tokenLife({ life, hours }: ProviderToken): string {
  switch (life) {
    case 'long':
      return 'It lives until it is revoked.';
    case 'dated':
      return 'It lives until the date chosen when it was created.';
    case 'hours':
      return `It lives for ${plural(hours ?? 1, { one: 'hour', other: 'hours' })} only, too short for a stored secret.`;
  }
}

function tokenOf({ token, toBeConfirmed }: RegistryProvider): string {
  const from = token.command === undefined ? '' : ` ${token.command} prints it.`;
  const uncertain = toBeConfirmed.length > 0 ? ' Not confirmed: check it with your registry.' : '';
  return `${token.word}.${from} ${tokenLife(token)}${uncertain}`;
}

function usernameHint({ username }: RegistryProvider): string {
  if (username.fixed !== undefined) return `Literally ${username.fixed}`;
  if (username.sameAsToken) return 'The token itself, here too';
  return username.example === undefined
    ? 'The account that the token belongs to'
    : `For example ${username.example}`;
}

export const secretForm = {
  registerHeading: 'Register a Docker registry secret',
  registerNote:
    'The credentials are put together in this browser and sent to AI Core. They are kept nowhere else.',
  register: 'Register',
  cancel: 'Cancel',
  import: 'Import…',
  edit: 'Edit',
  editRegistry: (position: number) => `Edit registry ${position}`,

  rotateHeading: (name: string) => `Rotate credentials of ${name}`,
  rotateNote:
    'AI Core never returns stored credentials, so the fields are empty. All registries of the secret are replaced by those below.',
  rotate: 'Rotate credentials',
  rotatedTitle: (name: string) => `The credentials of “${name}” are replaced`,
  rotatedText: 'Pods that start from now on pull with them. Templates need no change.',
  nameFixed: 'The name of a secret cannot be changed.',
  lost: (host: string) =>
    `This browser last registered ${host} in this secret. It is not in the list below and would be removed.`,
  addLost: 'Add it',
  expiresOn: 'Expires on (optional)',
  expiresOnHint: 'A reminder in this browser. AI Core stores no dates.',
  expiresOnFromToken: (date: string) => `Left empty, the token’s own end counts: ${date}.`,
  reminderPresets: 'Reminder in',
  reminderIn: (days: number) => (days === 365 ? 'a year' : plural(days, { one: 'day', other: 'days' })),
  reminderIsPast: (days: number) =>
    `That was ${days === 0 ? 'earlier today' : formatDaysFromNow(days)}. Is the year right?`,
  reminderIsToday: 'It expires today.',
  clearReminder: 'Clear the date',
  missingTitle: 'There is no such secret',
  missingText: (name: string) => `This tenant has no secret “${name}”. It may have been deleted meanwhile.`,

  name: 'Secret name',
  nameHint: 'What templates write in imagePullSecrets. It cannot be changed later.',
  registry: (position: number) => `Registry ${position}`,
  provider: 'Registry provider',
  otherProvider: 'Another registry',
  hostParameter: (id: string) => parameters[id] ?? id,
  hostParameterMalformed: (example: string) => `This does not look right; an example is ${example}.`,
  example: (example: string) => `For example ${example}`,
  usernameHint,
  tokenHint: 'An access token that may only pull is better than a password.',
  tokenOf,
  documentationOf: (name: string) => `How ${name} explains it`,
  chooseKeyFile: 'Choose key file',
  sameAsToken: (name: string) => `${name} takes the token as the username too.`,
  useToken: 'Use the token',
  host: 'Registry host',
  hostHint: 'As it stands in the image’s address, for example ghcr.io',
  addRegistry: 'Add registry',
  removeRegistry: (position: number) => `Remove registry ${position}`,
  moveUp: (position: number) => `Move registry ${position} up`,
  moveDown: (position: number) => `Move registry ${position} down`,
  remove: 'Remove',
  up: 'Up',
  down: 'Down',

  nameProblem,
  nameForKubernetes:
    'Kubernetes takes no such name, so that a template which names this secret is refused on deployment.',
  nameTaken: (name: string) =>
    `This tenant has a secret named “${name}” already. Choose another name, or rotate the existing one.`,
  hostProblem,
  hostWarning,
  hostRepeated: (host: string, first: string) =>
    host === first
      ? `${host} is in the list already. A secret holds one credential for each registry.`
      : `${host} and ${first} are the same registry. A secret holds one credential for each.`,
  useSuggestion: (suggestion: string) => `Use ${suggestion}`,
  suggestion: (suggestion: string) => `Did you mean ${suggestion}?`,
  preview: 'Request preview',
  previewNote: 'What is sent, byte for byte; only the tokens are masked here.',
  previewRequest: 'Request',
  previewConfig: 'Content of .dockerconfigjson',

  registeredTitle: (name: string) => `Secret “${name}” is registered`,
  registeredText:
    'AI Core has accepted it. Name it in your templates, so that their pods can pull from the registries in it.',
  registerAnother: 'Register another',
  backToList: 'Go to the list',
  openSecret: 'Open secret',
};
