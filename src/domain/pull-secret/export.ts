import { dockerHubHost, dockerHubKey } from '../registry/docker-hub.ts';
import { buildCurlCommand, curlVariables, type CurlVariable } from './curl-command.ts';
import { buildDockerConfigJson, buildSecretBody, maskedValue } from './docker-config.ts';
import type { RegistryEntry } from './docker-config.ts';
import { formatJson, parseJsonText } from '../text/json-text.ts';
import { registryIdentity } from '../registry/registry-host.ts';
import { checkSecretName, kubernetesSecretName } from './secret-name.ts';
import { encodeScalar, escapeForYaml } from '../text/yaml-scalar.ts';

export type ExportFormat = 'request-body' | 'curl' | 'kubernetes-secret' | 'docker-config';

export interface ExportOptions {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  /** Write `auth` in addition to username and password; a Docker `config.json` always has it. */
  readonly withAuth?: boolean;
  /** Absolute address of the AI API, only for the curl command. */
  readonly baseUrl?: string;
  /** PATCH replaces a registered secret; only for the curl command. */
  readonly method?: 'POST' | 'PATCH';
  /** Write `••••••••` in place of each credential; the curl command contains none. */
  readonly masked?: boolean;
}

export interface ExportedFile {
  readonly text: string;
  readonly filename: string;
  readonly mediaType: string;
  /** The shell variables that the curl command reads for credentials. */
  readonly variables: readonly CurlVariable[];
  /** Kubernetes does not accept the name although AI Core does (an underscore, for example). */
  readonly invalidKubernetesName: boolean;
}

interface FormatWriter {
  readonly write: (options: ExportOptions) => string;
  /** The asterisk stands for the secret's name. */
  readonly filename: string;
  readonly mediaType: string;
  /** The comment sign that starts a masked file. JSON has no comments, so no tool takes the file for a real one. */
  readonly comment?: string;
}

const formats: Readonly<Record<ExportFormat, FormatWriter>> = {
  'request-body': { write: requestBody, filename: '*.json', mediaType: 'application/json', comment: '//' },
  curl: { write: buildCurlCommand, filename: '*.sh', mediaType: 'text/x-shellscript' },
  'kubernetes-secret': {
    write: kubernetesSecret,
    filename: '*.yaml',
    mediaType: 'application/yaml',
    comment: '#',
  },
  'docker-config': {
    write: dockerConfig,
    filename: 'config.json',
    mediaType: 'application/json',
    comment: '//',
  },
};

const maskedNote = `Masked: the credentials are left out. Write each one in place of ${maskedValue}.`;
/** The key under which `docker login` stores Docker Hub, and the only one where it looks for it. */
const dockerCliHubKey = `${dockerHubKey}/v1/`;

/**
 * Writes a secret as the body of the AI Core request, a curl command, a Kubernetes Secret manifest (YAML), or a Docker
 * `config.json` for docker, podman and skopeo. The text contains the credentials unless `masked`, which its first line
 * then says; the curl command never contains them.
 */
export function exportSecret(format: ExportFormat, options: ExportOptions): ExportedFile {
  const { name, entries } = options;
  const base = name.replaceAll(/[^\w.-]/g, '-').replace(/^[.-]+/, '') || 'docker-registry-secret';
  const { write, filename, mediaType, comment } = formats[format];
  const isMasked = options.masked === true && comment !== undefined;
  return {
    text: isMasked ? `${comment} ${maskedNote}\n${write(options)}` : write(options),
    filename: filename.replace('*', base),
    mediaType,
    variables: format === 'curl' ? curlVariables(entries) : [],
    invalidKubernetesName: format === 'kubernetes-secret' && !isKubernetesName(name),
  };
}

function isKubernetesName(name: string): boolean {
  return checkSecretName(name) === undefined && kubernetesSecretName(name) === name;
}

function requestBody(options: ExportOptions): string {
  return `${JSON.stringify(buildSecretBody(options.name, options.entries, options), undefined, 2)}\n`;
}

function kubernetesSecret(options: ExportOptions): string {
  const json = escapeForYaml(buildDockerConfigJson(options.entries, options));
  return [
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    `  name: ${encodeScalar(options.name, 'plain', 'double')}`,
    'type: kubernetes.io/dockerconfigjson',
    'stringData:',
    `  .dockerconfigjson: '${json.replaceAll("'", "''")}'`,
    '',
  ].join('\n');
}

function dockerConfig({ entries, masked = false }: ExportOptions): string {
  const hasCliKey = entries.some(({ host }) => host === dockerCliHubKey);
  // If there are several spellings of Docker Hub, only one gets that key: a second one would replace the first.
  const hub = entries.find(({ host }) => registryIdentity(host) === dockerHubHost);
  const named = entries.map((entry) =>
    entry === hub && !hasCliKey ? Object.assign({}, entry, { host: dockerCliHubKey }) : entry,
  );
  // skopeo and podman only read `auth`.
  const parsed = parseJsonText(buildDockerConfigJson(named, { withAuth: true, masked }));
  return parsed.ok ? `${formatJson(parsed.value)}\n` : '';
}
