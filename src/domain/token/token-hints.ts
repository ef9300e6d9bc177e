import { trimInvisible } from '../text/trim-invisible.ts';
import { checkGoogleKeyFile } from './google-key-file.ts';
import { readJwt } from './jwt.ts';
import { recogniseProvider } from '../registry/provider-host.ts';
import type { RegistryProvider, RegistryProviderId } from '../registry/registry-providers.ts';
import { expiryFinding, kindFinding } from './token-findings.ts';
import type { TokenFinding, TokenPurpose } from './token-findings.ts';
import { recogniseToken, tokenExpiry } from './token-kinds.ts';
import type { TokenIssuer, TokenKind, TokenKindFacts } from './token-kinds.ts';

export interface TokenContext {
  /** The registry's host, as a key of `auths`, a URL or an image reference. */
  readonly host: string;
  readonly now: Date;
  /** The username beside the token, where it is known already. */
  readonly username?: string;
}

interface RegistryTokens {
  readonly issuer: TokenIssuer;
  readonly recommended?: TokenKind;
}

/** Whose tokens a registry takes, and which kind suits a stored pull secret. */
const tokensOfProvider: Partial<Record<RegistryProviderId, RegistryTokens>> = {
  'docker-hub': { issuer: 'docker-hub', recommended: 'docker-personal' },
  ghcr: { issuer: 'github', recommended: 'github-classic' },
  gitlab: { issuer: 'gitlab', recommended: 'gitlab-deploy' },
  ecr: { issuer: 'aws', recommended: 'ecr-password' },
  'artifact-registry': { issuer: 'google', recommended: 'google-key-file' },
  acr: { issuer: 'azure', recommended: 'acr-token-password' },
  artifactory: { issuer: 'jfrog', recommended: 'jfrog-access' },
  ngc: { issuer: 'nvidia', recommended: 'nvidia-api-key' },
  digitalocean: { issuer: 'digitalocean', recommended: 'digitalocean-api' },
};

/** Nothing is known of what their tokens look like, so that any self-hosted product's may be right. */
const unknownTokens: ReadonlySet<RegistryProviderId> = new Set(['sap', 'other']);

/** No authorization token of Amazon ECR is as short as this; access keys and passwords are. */
const minEcrPasswordLength = 200;

/**
 * Says what a registry token tells about itself, without sending it anywhere: its kind, whether the registry
 * takes it, when it ends. Nothing is verified. Never throws, and no finding holds a part of the token.
 */
export function inspectToken(token: string, { host, now, username = '' }: TokenContext): TokenFinding[] {
  const trimmed = trimInvisible(token);
  if (trimmed === '') return [];
  const provider = recogniseProvider(host);
  const tokens = tokensOfProvider[provider.id];
  const purpose: TokenPurpose = {
    use: 'registry',
    hostIssuer: tokens?.issuer ?? (unknownTokens.has(provider.id) ? 'unknown' : 'none'),
    recommended: tokens?.recommended,
  };
  const facts = recogniseToken(trimmed);
  const expiry = tokenExpiry(trimmed);
  return [
    ...(facts === undefined
      ? unknownKindFindings(trimmed, provider, username, expiry, purpose)
      : [kindFinding(facts, purpose, expiry !== undefined)]),
    ...expiryFindings(trimmed, expiry, now, facts, purpose),
    ...usernameFindings(trimmed, username, provider, facts),
  ];
}

function unknownKindFindings(
  token: string,
  provider: RegistryProvider,
  username: string,
  expiry: Date | undefined,
  { recommended }: TokenPurpose,
): TokenFinding[] {
  if (provider.id === 'ecr' && recommended !== undefined && token.length < minEcrPasswordLength) {
    return [{ code: 'unexpected-form', severity: 'warning', betterKind: recommended }];
  }
  const session = provider.alternatives.find((alternative) => alternative.username.fixed === username.trim());
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
  const expected = expectedUsername(token, provider, facts);
  if (username.trim() === '' || expected === undefined || expected === username.trim()) return [];
  return [{ code: 'username-expected', severity: 'warning', expected }];
}

function expectedUsername(
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
  if (provider.id === 'acr' && facts?.kind === 'acr-refresh') {
    return provider.alternatives.find(({ username }) => username.fixed !== undefined)?.username.fixed;
  }
  return provider.username.fixed;
}
