import type {
  ImportFormat,
  ImportNotice,
  ImportProblem,
  LeftOutReason,
} from '../../../../domain/pull-secret/import/import-result.ts';
import { formatBytes } from '../../format-bytes.ts';
import { plural } from '../../format.ts';
import { jsonReasons } from '../shared/json-reasons.ts';
import { unreadableFile } from '../shared/unreadable-file.ts';

const formats: Record<ImportFormat, string> = {
  'docker-config': 'a Docker config.json',
  'docker-auths': 'the registries of a Docker configuration',
  'kubernetes-secret': 'a Kubernetes Secret',
  'ai-core-request': 'the body of an AI Core request',
  'docker-login': 'a login command',
  'kubectl-command': 'a “kubectl create secret docker-registry” command',
  'credential-fields': 'a username and a token',
};

function inside(within: string | undefined): string {
  return within === undefined ? '' : ` in the text of ${within}`;
}

function problem(found: ImportProblem): string {
  switch (found.code) {
    case 'empty':
      return 'Nothing to import: the text is empty.';
    case 'binary':
      return 'Not a text file. Choose a config.json, a YAML or a JSON file.';
    case 'unreadable':
      return unreadableFile;
    case 'too-large':
      return `Too large (${formatBytes(found.bytes)}). The limit is ${formatBytes(found.maxBytes)}. Is it the right file?`;
    case 'not-json':
      if (found.within === undefined && found.line === 1 && found.column === 1) {
        return 'No credentials found. Paste a Docker config.json, a Kubernetes Secret, a “docker login” command, a .netrc, Terraform, or lines with registry, username and token.';
      }
      return `Not valid JSON${inside(found.within)}: ${jsonReasons[found.reason]} (line ${found.line}, column ${found.column}).`;
    case 'not-yaml':
      return `Not valid YAML from line ${found.line}, column ${found.column}.`;
    case 'unknown-shape':
      return found.keys.length === 0
        ? `No registry credentials found${inside(found.within)}. Expected an object with “auths”.`
        : `No registry credentials found${inside(found.within)}: it has ${found.keys.map((key) => `“${key}”`).join(', ')}, but no “auths”.`;
    case 'auths-not-an-object':
      return `“auths”${inside(found.within)} must be an object whose keys are registries.`;
    case 'bad-base64':
      return `The base64${inside(found.within)} is damaged. Copy all of it again.`;
    case 'no-registries':
      return 'No registries found: “auths” is empty.';
    case 'only-credential-store':
      return `No credentials found: that machine keeps its passwords in the credential store “${found.store}”. Create an access token for the registry and enter it in the form.`;
    case 'no-secret':
      return `No Secret with registry credentials found, only ${found.kinds.join(', ') || 'other content'}.`;
    case 'unclosed-quote':
      return 'A quote in the command is not closed. Copy the whole command.';
  }
}

const fields = { host: 'the registry', username: 'the username', password: 'the password', auth: '“auth”' };

function reason(left: LeftOutReason): string {
  switch (left.code) {
    case 'no-credential':
      return 'has no credential';
    case 'no-username':
      return 'has no username';
    case 'no-password':
      return 'has no password';
    case 'not-an-object':
      return 'is not an object with username and password';
    case 'identity-token':
      return 'has an identity token, which AI Core cannot use: create an access token';
    case 'registry-token':
      return 'has a registry token, which AI Core cannot use: create an access token';
    case 'bad-auth':
      return 'has an “auth” that is not base64';
    case 'auth-not-utf8':
      return 'has an “auth” that does not decode to UTF-8: enter username and token in the form';
    case 'auth-without-colon':
      return 'has an “auth” without a colon between username and password';
    case 'password-from-stdin':
      return 'reads its password from standard input: enter it in the form';
    case 'credential-file':
      return 'reads its credentials from a file: import that file instead';
    case 'no-host':
      return 'no registry is named: enter it in the form';
    case 'unclear-host':
      return 'the command has an unknown option, so its registry is unclear: enter it in the form';
    case 'masked':
      return `${fields[left.field]} is masked: enter it in the form`;
    case 'placeholder':
      return `${fields[left.field]} is a placeholder: enter it in the form`;
    case 'not-a-string':
      return `${fields[left.field]} is not a quoted string`;
    case 'credential-store':
      return `keeps its password in the credential store “${left.store}” of that machine`;
    case 'credential-helper':
      return `gets its password from the helper “${left.helper}” on that machine`;
    case 'variable':
      return left.variable === undefined
        ? `${fields[left.field]} is filled in by the shell: enter it in the form`
        : `${fields[left.field]} is the variable ${left.variable}: enter it in the form`;
  }
}

function notice(found: ImportNotice): string {
  switch (found.code) {
    case 'duplicate-key':
      return `The key “${found.path.at(-1) ?? ''}” occurs twice. The last one counts.`;
    case 'auth-overrides':
      return `${found.host}: “auth” differs from username and password. “auth” counts, as it does for image pulls.`;
    case 'auth-ignored':
      return `${found.host}: “auth” cannot be read. Username and password are used.`;
    case 'dropped-fields':
      return `Left out, because AI Core does not use it: ${found.fields.join(', ')}.`;
    case 'several-secrets':
      return `Found ${plural(found.secretNames.length, { one: 'secret', other: 'secrets' })}: ${found.secretNames.join(', ')}. Their registries go into one secret.`;
    case 'ignored-documents':
      return `Ignored: ${found.kinds.join(', ')}.`;
    case 'unreadable-secret':
      return `${found.secretName ?? 'A secret'} was left out. ${problem(found.problem)}`;
    case 'string-data-overrides':
      return `${found.secretName ?? 'The secret'} has data and stringData. stringData counts, as in Kubernetes.`;
  }
}

export const importTexts = {
  heading: 'Import credentials',
  intro:
    'Paste or drop a Docker config.json, a Kubernetes Secret, an AI Core request, a docker login, kubectl or curl command, a step of a pipeline, a .netrc or a Terraform file. It is read in this browser only.',
  field: 'Text to import',
  chooseFile: 'Choose file',
  found: (format: string, count: number) =>
    `Found ${format} with ${plural(count, { one: 'usable registry', other: 'usable registries' })}.`,
  format: (format: ImportFormat) => formats[format],
  entries: 'Registries found',
  registry: 'Registry',
  username: 'Username',
  take: (host: string) => `Import ${host}`,
  leftOut: 'Incomplete',
  leftOutNote: 'Selected registries are added with what is known. Enter the rest in the form.',
  unnamed: 'A registry without a name',
  reason,
  notice,
  problem,
  extraFields: (host: string, names: string) => `${host} has other fields: ${names}`,
  keepExtra: 'Keep these fields',
  extraDropped: 'They are left out unless you keep them.',
  add: (count: number) => `Add ${plural(count, { one: 'registry', other: 'registries' })}`,
};
