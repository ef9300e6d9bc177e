import type {
  ImportFormat,
  ImportNotice,
  ImportProblem,
  LeftOutReason,
} from '../../../domain/pull-secret/import/import-result.ts';
import { formatNumber, plural } from '../format.ts';
import { jsonReasons } from './shared/json-reasons.ts';

const formats: Record<ImportFormat, string> = {
  'docker-config': 'a Docker config.json',
  'docker-auths': 'the registries of a Docker configuration',
  'kubernetes-secret': 'a Kubernetes Secret',
  'ai-core-request': 'the body of an AI Core request',
  'docker-login': 'a “docker login” command',
  'kubectl-command': 'a “kubectl create secret docker-registry” command',
};

function inside(within: string | undefined): string {
  return within === undefined ? '' : ` in the text of ${within}`;
}

function problem(found: ImportProblem): string {
  switch (found.code) {
    case 'empty':
      return 'There is nothing in it.';
    case 'binary':
      return 'This is not text. Choose a config.json, a YAML or a JSON file.';
    case 'too-large':
      return `This has ${formatNumber(found.bytes)} bytes; at most ${formatNumber(found.maxBytes)} are read. Is it the right file?`;
    case 'not-json':
      return `This is not JSON${inside(found.within)}: in line ${found.line}, column ${found.column}, ${jsonReasons[found.reason]}.`;
    case 'not-yaml':
      return `This is not YAML: line ${found.line}, column ${found.column} cannot be read.`;
    case 'unknown-shape':
      return found.keys.length === 0
        ? `This holds no registry credentials${inside(found.within)}. Expected is an object with “auths”.`
        : `This holds no registry credentials${inside(found.within)}: it has ${found.keys.map((key) => `“${key}”`).join(', ')}, but no “auths”.`;
    case 'auths-not-an-object':
      return `“auths”${inside(found.within)} must be an object whose keys are registries.`;
    case 'bad-base64':
      return `The base64${inside(found.within)} is damaged. Copy it again, whole.`;
    case 'no-registries':
      return 'There are no registries in it: “auths” is empty.';
    case 'only-credential-store':
      return `There are no registries in it: the passwords are in the credential store “${found.store}” of that machine. Create an access token for the registry and type it in the form.`;
    case 'no-secret':
      return `There is no Secret with registry credentials in it, only ${found.kinds.join(', ') || 'other things'}.`;
    case 'unclosed-quote':
      return 'A quote in the command is not closed. Copy the whole command.';
  }
}

const fields = { host: 'the registry', username: 'the username', password: 'the password', auth: '“auth”' };

function reason(left: LeftOutReason): string {
  switch (left.code) {
    case 'no-credential':
      return 'holds no credential';
    case 'no-username':
      return 'has no username';
    case 'no-password':
      return 'has no password';
    case 'not-an-object':
      return 'is not an object with username and password';
    case 'identity-token':
      return 'holds an identity token, which AI Core cannot use: create an access token';
    case 'registry-token':
      return 'holds a registry token, which AI Core cannot use: create an access token';
    case 'bad-auth':
      return 'has an “auth” that is not base64';
    case 'auth-not-utf8':
      return 'has an “auth” that is base64, but what it holds is not UTF-8: type the username and the token in the form';
    case 'auth-without-colon':
      return 'has an “auth” without a colon between username and password';
    case 'password-from-stdin':
      return 'takes its password from standard input: type it in the form';
    case 'credential-file':
      return 'takes its credentials from a file: import that file instead';
    case 'no-host':
      return 'the command names no registry: type it in the form';
    case 'unclear-host':
      return 'an option of the command is not known here, so that the registry cannot be told: type it in the form';
    case 'masked':
      return `${fields[left.field]} is masked: type it in the form`;
    case 'placeholder':
      return `${fields[left.field]} is a placeholder that nobody has filled in: type it in the form`;
    case 'not-a-string':
      return `${fields[left.field]} is not text in quotes`;
    case 'credential-store':
      return `keeps its password in the credential store “${left.store}” of that machine`;
    case 'credential-helper':
      return `gets its password from the helper “${left.helper}” on that machine`;
    case 'variable':
      return left.variable === undefined
        ? `${fields[left.field]} is filled in by the shell: type it in the form`
        : `${fields[left.field]} is the variable ${left.variable}: type it in the form`;
  }
}

function notice(found: ImportNotice): string {
  switch (found.code) {
    case 'duplicate-key':
      return `The key “${found.path.at(-1) ?? ''}” occurs twice; the last one counts.`;
    case 'auth-overrides':
      return `${found.host}: “auth” differs from username and password. It counts, as it does when images are pulled.`;
    case 'auth-ignored':
      return `${found.host}: “auth” cannot be read; username and password were taken.`;
    case 'dropped-fields':
      return `Left out, since AI Core has no use for it: ${found.fields.join(', ')}.`;
    case 'several-secrets':
      return `There are ${plural(found.secretNames.length, { one: 'secret', other: 'secrets' })} in it: ${found.secretNames.join(', ')}. Their registries would become one secret.`;
    case 'ignored-documents':
      return `Left alone: ${found.kinds.join(', ')}.`;
    case 'unreadable-secret':
      return `${found.secretName ?? 'A secret'} was left out. ${problem(found.problem)}`;
    case 'string-data-overrides':
      return `${found.secretName ?? 'The secret'} has data and stringData; stringData counts, as in Kubernetes.`;
  }
}

export const importTexts = {
  heading: 'Import credentials',
  intro:
    'Paste a Docker config.json, a Kubernetes Secret, an AI Core request, a docker login, kubectl or curl command, or drop a file. It is read in this browser only.',
  field: 'Text to import',
  chooseFile: 'Choose file',
  found: (format: string, count: number) =>
    `This is ${format} with ${plural(count, { one: 'usable registry', other: 'usable registries' })}.`,
  format: (format: ImportFormat) => formats[format],
  entries: 'Registries found',
  registry: 'Registry',
  username: 'Username',
  take: (host: string) => `Take ${host}`,
  leftOut: 'Not complete',
  leftOutNote: 'What is ticked is added with what is known of it. Type the rest in the form.',
  unnamed: 'A registry without a name',
  reason,
  notice,
  problem,
  extraFields: (host: string, names: string) => `${host} has further fields: ${names}`,
  keepExtra: 'Keep these fields',
  extraDropped: 'They are left out unless you keep them.',
  add: (count: number) => `Add ${plural(count, { one: 'registry', other: 'registries' })}`,
};
