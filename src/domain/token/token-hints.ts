import { trimInvisible } from '../text/trim-invisible.ts';
import { checkGoogleKeyFile } from './google-key-file.ts';
import { readJwt } from './jwt.ts';
import { providerOfRegistry } from '../registry/provider-host.ts';
import type {
  ProviderUsername,
  RegistryProvider,
  RegistryProviderId,
} from '../registry/registry-provider.ts';
import { expiryFinding, kindFinding } from './token-findings.ts';
import type { TokenFinding, TokenPurpose } from './token-findings.ts';
import { recogniseToken, tokenExpiry, tokenKind } from './token-kinds.ts';
import type { TokenIssuer, TokenKind, TokenKindFacts } from './token-kinds.ts';

export interface TokenContext {
  /** The registry's host: a key of `auths`, a URL or an image reference. */
  readonly host: string;
  readonly now: Date;
  /** The username used with the token, if already known. */
  readonly username?: string;
  /** The product that the user chose; used if the host is empty or not recognised. */
  readonly provider?: RegistryProviderId;
}

interface RegistryTokens {
  readonly issuer: TokenIssuer;
  readonly recommended?: TokenKind;
}

/** Whose tokens a registry accepts, and which kind suits a stored pull secret. */
const tokensOfProvider: Partial<Record<RegistryProviderId, RegistryTokens>> = {
  'docker-hub': { issuer: 'docker-hub', recommended: 'docker-personal' },
  ghcr: { issuer: 'github', recommended: 'github-classic' },
  gitlab: { issuer: 'gitlab', recommended: 'gitlab-deploy' },
  ecr: { issuer: 'aws', recommended: 'ecr-password' },
  'ecr-public': { issuer: 'aws', recommended: 'ecr-password' },
  'artifact-registry': { issuer: 'google', recommended: 'google-key-file' },
  acr: { issuer: 'azure', recommended: 'acr-token-password' },
  artifactory: { issuer: 'jfrog', recommended: 'jfrog-access' },
  ibm: { issuer: 'ibm' },
  ngc: { issuer: 'nvidia', recommended: 'nvidia-api-key' },
  digitalocean: { issuer: 'digitalocean', recommended: 'digitalocean-api' },
};

/** The form of their tokens is unknown, so a token of any self-hosted product may be right. */
const unknownTokens: ReadonlySet<RegistryProviderId> = new Set(['sap', 'sap-rbsc', 'other']);

/** The start of a command, a Docker config.json, the same in base64, and a Kubernetes Secret. */
const wholeText =
  /^(?:(?:docker|podman|nerdctl|helm|oras|kubectl|curl)\s|\{\s*"auths"|eyJhdXRocyI6|apiVersion:)/;

/** Amazon ECR's authorization tokens are longer than this; access keys and passwords are shorter. */
const minEcrPasswordLength = 200;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Inspects a registry token without sending it anywhere: its kind, whether the registry accepts it, when it expires.
 * Nothing is verified. Never throws, and no finding contains a part of the token.
 */
export function inspectToken(token: string, context: TokenContext): TokenFinding[] {
  const { host, now, username = '', provider: chosen = 'other' } = context;
  const trimmed = trimInvisible(token);
  if (trimmed === '') return [];
  const provider = providerOfRegistry(host, chosen);
  const tokens = tokensOfProvider[provider.id];
  const purpose: TokenPurpose = {
    use: 'registry',
    hostIssuer: tokens?.issuer ?? (unknownTokens.has(provider.id) ? 'unknown' : 'none'),
    recommended: tokens?.recommended,
  };
  const facts = recogniseToken(trimmed) ?? secretId(trimmed, provider);
  const expiry = tokenExpiry(trimmed);
  return [
    ...(facts === undefined
      ? unknownKindFindings(trimmed, provider, username, expiry, purpose)
      : [kindFinding(facts, purpose, expiry !== undefined)]),
    ...expiryFindings(trimmed, expiry, now, facts, purpose),
    ...usernameFindings(trimmed, username.trim(), provider, facts),
  ];
}

/** Azure's portal shows the id of a client secret next to its value; the value is never a GUID. */
function secretId(token: string, provider: RegistryProvider): TokenKindFacts | undefined {
  return provider.id === 'acr' && guid.test(token) ? tokenKind('entra-secret-id') : undefined;
}

function unknownKindFindings(
  token: string,
  provider: RegistryProvider,
  username: string,
  expiry: Date | undefined,
  { recommended }: TokenPurpose,
): TokenFinding[] {
  if (wholeText.test(token)) return [{ code: 'whole-text', severity: 'warning' }];
  if (recommended === 'ecr-password' && token.length < minEcrPasswordLength) {
    return [{ code: 'unexpected-form', severity: 'warning', betterKind: recommended }];
  }
  const session = provider.alternatives?.find(
    (alternative) => alternative.username.fixed === username.trim(),
  );
  if (session?.token.hours !== undefined && expiry === undefined) {
    const { hours } = session.token;
    const better = recommended === undefined ? {} : { betterKind: recommended };
    return [{ code: 'short-lived', severity: 'warning', hours, ...better }];
  }
  const wantsKeyFile =
    provider.id === 'artifact-registry' && (token.startsWith('{') || username.startsWith('_json_key'));
  const check = checkGoogleKeyFile(wantsKeyFile ? token : '');
  if (!wantsKeyFile || check.ok) return [];
  return check.problems.map((problem) => ({ code: 'key-file-problem', severity: 'warning', problem }));
}

function expiryFindings(
  token: string,
  expiry: Date | undefined,
  now: Date,
  facts: TokenKindFacts | undefined,
  purpose: TokenPurpose,
): TokenFinding[] {
  if (expiry !== undefined) return [expiryFinding(expiry, now, facts?.kind, purpose)];
  return readJwt(token) === undefined ? [] : [{ code: 'no-expiry', severity: 'info' }];
}

function usernameFindings(
  token: string,
  username: string,
  provider: RegistryProvider,
  facts: TokenKindFacts | undefined,
): TokenFinding[] {
  if (username === '') return [];
  if (provider.id === 'harbor') return robotFindings(username);
  // A Docker ID or GitHub login consists of letters, digits and hyphens.
  if ((provider.id === 'docker-hub' || provider.id === 'ghcr') && username.includes('@'))
    return [{ code: 'username-is-email', severity: 'warning' }];
  const expected = usernameOfToken(token, provider, facts) ?? usernameOfProvider(username, provider);
  return expected === undefined || expected === username
    ? []
    : [{ code: 'username-expected', severity: 'warning', expected }];
}

/** `robot$project+name`, unless an administrator chose another prefix: a shell expands `$project` as a variable. */
function robotFindings(username: string): TokenFinding[] {
  if (username.includes('$') || !username.includes('+')) return [];
  const expected = username.startsWith('robot') ? {} : { expected: `robot$${username}` };
  return [{ code: 'robot-prefix-missing', severity: 'warning', ...expected }];
}

/** The username that the token's own kind needs. */
function usernameOfToken(
  token: string,
  provider: RegistryProvider,
  facts: TokenKindFacts | undefined,
): string | undefined {
  if (provider.id === 'artifact-registry') {
    if (facts?.kind === 'google-access') return 'oauth2accesstoken';
    const file = checkGoogleKeyFile(token);
    if (!file.ok) return undefined;
    return file.encoding === 'base64' ? '_json_key_base64' : '_json_key';
  }
  if (provider.id === 'ibm' && facts?.kind === 'ibm-iam-access') return 'iambearer';
  if (provider.id === 'acr' && facts?.kind === 'acr-refresh') {
    return provider.alternatives?.find(({ username }) => username.fixed !== undefined)?.username.fixed;
  }
  return undefined;
}

/** The provider's fixed username, if this one matches none of the provider's kinds of token. */
function usernameOfProvider(username: string, provider: RegistryProvider): string | undefined {
  const known = [
    provider.username,
    ...(provider.alternatives ?? []).map((alternative) => alternative.username),
  ];
  return known.some((one) => fits(username, one)) ? undefined : provider.username.fixed;
}

function fits(username: string, { fixed, prefix = '' }: ProviderUsername): boolean {
  return fixed === undefined ? username.startsWith(prefix) : username === fixed;
}
