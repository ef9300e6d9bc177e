import { spell } from './character.ts';
import type { HostProblem, HostWarning } from '../../../domain/registry/registry-host.ts';
import type { UnreachableKind } from '../../../domain/text/public-address.ts';
import type { ProviderToken, RegistryProvider } from '../../../domain/registry/registry-provider.ts';
import type { SecretNameProblem } from '../../../domain/pull-secret/secret-name.ts';
import { formatDaysFromNow, formatList, plural } from '../format.ts';

function nameProblem(problem: SecretNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a name for the secret.';
    case 'too-short':
      return 'Use at least 2 characters.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters. This has ${problem.length}.`;
    case 'bad-start':
      return 'Begin with a lowercase letter or a digit.';
    case 'bad-end':
      return 'End with a lowercase letter or a digit.';
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use lowercase letters, digits, “-”, “.” and “_”.`;
    case 'double-underscore':
      return 'Put another character between two underscores.';
    case 'underscore-before-end':
      return 'Add at least two characters after the last underscore.';
  }
}

function hostProblem(problem: HostProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter the registry’s host, for example ghcr.io.';
    case 'white-space':
      return 'Remove the spaces. A host has none.';
    case 'unfilled':
      return 'Replace the placeholder with its value.';
    case 'bad-scheme':
      return 'Only https:// may precede the host. No image matches this prefix.';
    case 'userinfo':
      return 'Remove the part before “@”. Username and token have their own fields.';
    case 'query':
      return 'Remove “?” or “#” and everything after it.';
    case 'has-image-path':
      return 'This is an image address. Enter the registry’s host only.';
    case 'docker-hub':
      return 'Docker Hub images are not pulled with this spelling. Use https://index.docker.io.';
    case 'bad-port':
      return 'Enter a port between 1 and 65535 after the colon.';
    case 'bad-name':
      return 'Not a valid host name. Use letters, digits and hyphens, separated by dots.';
    case 'trailing-dot':
      return 'Remove the dot at the end. No image matches it.';
    case 'uppercase':
      return 'Use lowercase letters. Capitals never match an image.';
    case 'bad-path':
      return 'No image can have this path. Correct it or remove it.';
    case 'version-path':
      return 'Remove /v1 or /v2 at the end. Without a final slash it counts as part of the image name.';
    case 'web-address':
      return 'This is the address of a web page. Enter the host that images are pulled from.';
    case 'too-long':
      return 'Too long. An image address has at most 255 characters.';
    case 'bad-character':
      return `${spell(problem.character)} is not allowed in a registry host.`;
  }
}

const unreachable: Record<UnreachableKind, string> = {
  loopback: 'This address is the machine itself',
  private: 'This is a private network address',
  'link-local': 'This address works within one network segment only',
  'local-name': 'This name is known in a local network only',
  'cluster-name': 'This name exists inside one Kubernetes cluster only',
  'single-label': 'This name has no dot, so it is known in a local network only',
};

function hostWarning(warning: HostWarning): string {
  switch (warning.code) {
    case 'unreachable-address':
      return `${unreachable[warning.kind]}. AI Core pulls from public registries only and cannot reach it.`;
    case 'path-prefix':
      return `Used only for images whose path begins with “${warning.path}”.`;
    case 'lookalike':
      return `Looks like ${warning.suggestion}, but is another host. Check the spelling.`;
    case 'wildcard':
      return '“*” matches one part of the host name, never a dot.';
    case 'http-scheme':
      return 'http:// has no effect. AI Core pulls over https.';
    case 'docker-hub-spelling':
      return 'This spelling of Docker Hub works in WorkflowTemplates, but may fail in ServingTemplates.';
    case 'default-port':
      return 'With “:443”, it matches only images that include the port too.';
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

/** Only what is no good for a stored secret is worth a word. */
function tokenLife({ life, hours }: ProviderToken): string {
  return life === 'hours'
    ? ` Expires after ${plural(hours ?? 1, { one: 'hour', other: 'hours' })}, too soon for a stored secret.`
    : '';
}

function tokenOf({ token, isConfirmed = true }: RegistryProvider): string {
  const from = token.command === undefined ? '' : ` ${token.command} prints it.`;
  const uncertain = isConfirmed ? '' : ' Not confirmed; check with your registry.';
  return `${token.word}.${from}${tokenLife(token)}${uncertain}`;
}

function usernameHint({ username }: RegistryProvider): string {
  if (username.fixed !== undefined) return `Always ${username.fixed}`;
  if (username.sameAsToken) return 'The token itself, as in the field below';
  return username.example === undefined
    ? 'The account that owns the token'
    : `For example ${username.example}`;
}

export const secretForm = {
  registerHeading: 'Register a Docker registry secret',
  register: 'Register',
  import: 'Import…',
  editRegistry: (position: number) => `Edit registry ${position}`,

  rotateHeading: (name: string) => `Rotate credentials of ${name}`,
  whatHappens: 'What happens',
  replacesAll: 'AI Core replaces the whole secret. Every registry in it needs its token.',
  newPods: 'New pods pull with the new token.',
  templatesStay: 'Templates need no change.',
  tokensStay: 'Tokens stay in this tab until you leave the form.',
  changeHostOrUsername: 'Change host or username',
  rotate: 'Rotate credentials',
  rotatedTitle: (name: string) => `The credentials of ${name} are rotated`,
  rotatedText: 'New pods pull with the new credentials. Templates need no change.',
  nameFixed: 'The name of a secret cannot be changed.',
  lost: 'is left out of the secret from now on.',
  keepLost: 'Keep',
  keepLostOf: (host: string) => `Keep ${host}`,
  expiresOn: 'Expires on (optional)',
  expiresOnHint: 'A reminder in this console. AI Core stores no dates.',
  expiresOnFromToken: (date: string) => `If empty, the token’s own date is used: ${date}.`,
  reminderPresets: 'Expires in',
  reminderIn: (days: number) => (days === 365 ? 'a year' : plural(days, { one: 'day', other: 'days' })),
  reminderNever: 'No end date',
  reminderIsPast: (days: number) => `That was ${formatDaysFromNow(days)}. Is the year right?`,
  reminderIsToday: 'It expires today.',
  clearReminder: 'Clear the date',
  missingTitle: 'Secret not found',
  missingText: (name: string) => `This tenant has no secret “${name}”. It may have been deleted.`,

  name: 'Secret name',
  nameHint: 'Templates refer to it by this name. It cannot be changed later.',
  registry: (position: number) => `Registry ${position}`,
  provider: 'Registry provider',
  otherProvider: 'Another registry',
  hostParameter: (id: string) => parameters[id] ?? id,
  hostParameterMalformed: (example: string) => `Not the expected form. Example: ${example}.`,
  example: (example: string) => `For example ${example}`,
  usernameHint,
  tokenHint: 'Use a pull-only access token rather than a password.',
  providerHint: 'Shows how its host, username and token look.',
  tokenOf,
  documentation: 'How to create one',
  chooseKeyFile: 'Choose key file',
  sameAsToken: (name: string) => `${name} expects the token as the username too.`,
  useToken: 'Use the token',
  host: 'Registry host',
  hostHint: 'As it appears in image addresses',
  registryRemoved: (name: string) => `${name} removed from this form`,
  addRegistry: 'Add registry',
  removeRegistry: (position: number) => `Remove registry ${position}`,
  moveUp: (position: number) => `Move registry ${position} up`,
  moveDown: (position: number) => `Move registry ${position} down`,

  nameProblem,
  nameForKubernetes: 'Kubernetes does not allow this name. Deployments whose template uses it are rejected.',
  nameTaken: (name: string) =>
    `This tenant already has a secret “${name}”. Choose another name, or rotate the existing one.`,
  hostProblem,
  hostWarning,
  hostRepeated: (host: string, first: string) =>
    host === first
      ? `${host} is already in the list. A secret holds one credential per registry.`
      : `${host} and ${first} are the same registry. A secret holds one credential per registry.`,
  useSuggestion: (suggestion: string) => `Use ${suggestion}`,
  suggestion: (suggestion: string) => `Did you mean ${suggestion}?`,

  beforeRegistering: 'Before you register',
  checks: {
    nameMissing: 'No name yet',
    nameWrong: 'The name is not allowed',
    nameTaken: 'The name is taken',
    nameFree: 'The name is free',
    nameUnknown: 'The tenant’s names could not be read',
    credentials: {
      open: 'Credentials not checked yet',
      changed: 'Credentials changed since their check',
      unsure: 'The check could not tell whether the credentials work',
      passed: 'Credentials checked',
    },
    credentialsFailed: (hosts: readonly string[]) => `The check found a problem with ${formatList(hosts)}`,
    hostMissing: 'No host yet',
    hostsPublic: (count: number) =>
      count === 1
        ? 'The host is public'
        : count === 2
          ? 'Both hosts are public'
          : `All ${count} hosts are public`,
    hostWrong: 'The host cannot be used',
    host: {
      'unreachable-address': 'The host is not public',
      'path-prefix': 'Limited to a part of the host',
      lookalike: 'The host resembles that of a known registry',
      wildcard: 'The host has a wildcard',
      'http-scheme': 'http:// has no effect',
      'docker-hub-spelling': 'Some templates cannot use this spelling of Docker Hub',
      'default-port': 'The port is part of the host',
    },
    usernameHasColon: 'The username has a colon',
    username: {
      'surrounding-white-space': 'White space around the username',
      'inner-white-space': 'White space in the username',
      quoted: 'Quotation marks around the username',
      'bearer-prefix': 'The username begins like a header',
      placeholder: 'The username is a placeholder',
      'token-as-username': 'The username is a token',
    },
    tokenMasked: 'The token is masked',
    token: {
      'surrounding-white-space': 'White space around the token',
      'inner-white-space': 'White space in the token',
      quoted: 'Quotation marks around the token',
      'bearer-prefix': 'The token begins like a header',
      placeholder: 'The token is a placeholder',
      'username-in-token': 'The token contains a username too',
    },
    told: {
      'kind-recognised': 'The kind of token is known',
      'no-expiry': 'The token does not expire',
      'expires-on': 'The token expires soon',
      expired: 'The token has expired',
      'expires-in-hours': 'The token expires within hours',
      'short-lived': 'This kind of token lasts only hours',
      'not-accepted': 'The registry does not accept this kind of token',
      unsure: 'This kind of token may not be able to pull',
      discouraged: 'This kind of token may stop working at any time',
      'other-issuer': 'The token belongs to another registry',
      'unexpected-form': 'The token looks unusual for this registry',
      'whole-text': 'The token is a whole command or file',
      'key-file-problem': 'The key file cannot be used',
      'username-expected': 'The username does not match the token',
      'username-is-email': 'The username is an email address',
      'robot-prefix-missing': 'The username does not fit Harbor',
    },
    more: (count: number) => `${count} more, shown at their fields`,
  },
  preview: 'Request preview',
  previewNote: 'Exactly what is sent. Only the tokens are masked here.',
  previewRequest: 'Request',
  previewConfig: 'Content of .dockerconfigjson',

  registeredTitle: (name: string) => `Secret ${name} is registered`,
  registeredText: 'Add it to your templates so that their pods can pull from its registries.',
  registerAnother: 'Register another',
  openSecret: 'Open secret',
  rollOutAfterwards: (tenants: number) =>
    `Roll out to ${plural(tenants, { one: 'other tenant', other: 'other tenants' })} that ${tenants === 1 ? 'has' : 'have'} it`,
};
