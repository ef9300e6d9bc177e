import { decodeBase64Text } from '../text/base64.ts';
import { trimInvisible } from '../text/trim-invisible.ts';
import { checkGoogleKeyFile } from './google-key-file.ts';
import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import { dateOfSeconds, readJwt } from './jwt.ts';

/** The service that issued a token. */
export type TokenIssuer =
  | 'github'
  | 'gitlab'
  | 'bitbucket'
  | 'azure-devops'
  | 'docker-hub'
  | 'aws'
  | 'google'
  | 'azure'
  | 'jfrog'
  | 'ibm'
  | 'nvidia'
  | 'digitalocean'
  | 'npm';

/** Stable id of a kind of token; texts use it as a key. */
export type TokenKind =
  | 'github-classic'
  | 'github-fine-grained'
  | 'github-oauth'
  | 'github-app-user'
  | 'github-app-installation'
  | 'github-refresh'
  | 'gitlab-deploy'
  | 'gitlab-access'
  | 'gitlab-ci-job'
  | 'gitlab-not-for-login'
  | 'bitbucket-access'
  | 'bitbucket-app-password'
  | 'bitbucket-data-center'
  | 'atlassian-api'
  | 'azure-devops-access'
  | 'docker-personal'
  | 'docker-organisation'
  | 'ecr-password'
  | 'ecr-encoded-login'
  | 'aws-access-key-id'
  | 'google-key-file'
  | 'google-access'
  | 'google-api-key'
  | 'entra-client-secret'
  | 'entra-access'
  | 'entra-secret-id'
  | 'acr-token-password'
  | 'acr-refresh'
  | 'jfrog-access'
  | 'jfrog-api-key'
  | 'ibm-iam-access'
  | 'nvidia-api-key'
  | 'digitalocean-api'
  | 'digitalocean-oauth'
  | 'digitalocean-refresh'
  | 'npm-access';

/**
 * `yes`: intended; `discouraged`: works, but is bound to a session or being phased out; `unsure`: can log in, but a
 * pull may be denied; `no`: refused.
 */
type TokenUse = 'yes' | 'discouraged' | 'unsure' | 'no';

/** What the form of a token reveals about its kind. */
export interface TokenKindFacts {
  readonly kind: TokenKind;
  readonly issuer: TokenIssuer;
  /** As the password of the issuer's container registry. */
  readonly registry: TokenUse;
  /** As the password of the issuer's Git hosting. */
  readonly git: TokenUse;
  /** Its usual life in hours, unless the issuer was configured otherwise. */
  readonly hours?: number;
}

interface TokenKindRow extends TokenKindFacts {
  /** The start of such a token, or its whole form; if absent, its content has to be read. */
  readonly form?: string | RegExp;
}

const rows: readonly TokenKindRow[] = [
  { kind: 'github-classic', form: 'ghp_', issuer: 'github', registry: 'yes', git: 'yes' },
  { kind: 'github-fine-grained', form: 'github_pat_', issuer: 'github', registry: 'no', git: 'yes' },
  { kind: 'github-oauth', form: 'gho_', issuer: 'github', registry: 'discouraged', git: 'discouraged' },
  // GitHub's registry denies pulls with App tokens, except for the GITHUB_TOKEN of Actions, which has the same form.
  { kind: 'github-app-user', form: 'ghu_', issuer: 'github', registry: 'unsure', git: 'yes', hours: 8 },
  {
    kind: 'github-app-installation',
    form: 'ghs_',
    issuer: 'github',
    registry: 'unsure',
    git: 'yes',
    hours: 1,
  },
  { kind: 'github-refresh', form: 'ghr_', issuer: 'github', registry: 'no', git: 'no' },
  { kind: 'gitlab-deploy', form: 'gldt-', issuer: 'gitlab', registry: 'yes', git: 'yes' },
  { kind: 'gitlab-access', form: 'glpat-', issuer: 'gitlab', registry: 'yes', git: 'yes' },
  { kind: 'gitlab-ci-job', form: 'glcbt-', issuer: 'gitlab', registry: 'yes', git: 'yes', hours: 1 },
  {
    kind: 'gitlab-not-for-login',
    // Runner, pipeline trigger, application secret, feed, agent, SCIM, incoming mail, feature flag and workspace tokens
    // (https://docs.gitlab.com/security/tokens/#token-prefixes).
    form: /^(?:gl(?:rtr?|ptt|oas|ft|agent|soat|imt|ffct|wt)-|GR1348941)/,
    issuer: 'gitlab',
    registry: 'no',
    git: 'no',
  },
  { kind: 'bitbucket-access', form: 'ATCTT3', issuer: 'bitbucket', registry: 'no', git: 'yes' },
  { kind: 'bitbucket-app-password', form: 'ATBB', issuer: 'bitbucket', registry: 'no', git: 'discouraged' },
  { kind: 'bitbucket-data-center', form: 'BBDC-', issuer: 'bitbucket', registry: 'no', git: 'yes' },
  { kind: 'atlassian-api', form: 'ATATT3', issuer: 'bitbucket', registry: 'no', git: 'yes' },
  {
    kind: 'azure-devops-access',
    form: /^(?=.{84}$)[A-Za-z0-9]{75,76}AZDO[A-Za-z0-9]{4,5}$/,
    issuer: 'azure-devops',
    registry: 'no',
    git: 'yes',
  },
  { kind: 'docker-personal', form: 'dckr_pat_', issuer: 'docker-hub', registry: 'yes', git: 'no' },
  { kind: 'docker-organisation', form: 'dckr_oat_', issuer: 'docker-hub', registry: 'yes', git: 'no' },
  { kind: 'ecr-password', issuer: 'aws', registry: 'yes', git: 'no', hours: 12 },
  // Base64 of `AWS:` and the password: the result of GetAuthorizationToken, which has to be decoded first.
  { kind: 'ecr-encoded-login', issuer: 'aws', registry: 'no', git: 'no' },
  { kind: 'aws-access-key-id', form: /^A(?:K|S)IA[A-Z0-9]{16}$/, issuer: 'aws', registry: 'no', git: 'no' },
  { kind: 'google-key-file', issuer: 'google', registry: 'yes', git: 'no' },
  { kind: 'google-access', form: 'ya29.', issuer: 'google', registry: 'yes', git: 'no', hours: 1 },
  { kind: 'google-api-key', form: /^AIza[\w-]{35}$/, issuer: 'google', registry: 'no', git: 'no' },
  {
    kind: 'entra-client-secret',
    form: /^[\w.~-]{3}[78]Q~[\w.~-]{31,34}$/,
    issuer: 'azure',
    registry: 'yes',
    git: 'no',
  },
  // A GUID, like many other things: only the registry's host identifies it.
  { kind: 'entra-secret-id', issuer: 'azure', registry: 'no', git: 'no' },
  { kind: 'entra-access', issuer: 'azure', registry: 'no', git: 'no', hours: 1 },
  {
    kind: 'acr-token-password',
    form: /^[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9+/]{6}$/,
    issuer: 'azure',
    registry: 'yes',
    git: 'no',
  },
  { kind: 'acr-refresh', issuer: 'azure', registry: 'yes', git: 'no', hours: 3 },
  // Reference tokens are base64 of `reftkn:…`; signed ones are recognised by their issuer.
  { kind: 'jfrog-access', form: 'cmVmdGtu', issuer: 'jfrog', registry: 'yes', git: 'no' },
  {
    kind: 'jfrog-api-key',
    form: /^AKCp[A-Za-z0-9]{20,}$/,
    issuer: 'jfrog',
    registry: 'discouraged',
    git: 'no',
  },
  { kind: 'ibm-iam-access', issuer: 'ibm', registry: 'yes', git: 'no', hours: 1 },
  { kind: 'nvidia-api-key', form: 'nvapi-', issuer: 'nvidia', registry: 'yes', git: 'no' },
  { kind: 'digitalocean-api', form: 'dop_v1_', issuer: 'digitalocean', registry: 'yes', git: 'no' },
  { kind: 'digitalocean-oauth', form: 'doo_v1_', issuer: 'digitalocean', registry: 'discouraged', git: 'no' },
  { kind: 'digitalocean-refresh', form: 'dor_v1_', issuer: 'digitalocean', registry: 'no', git: 'no' },
  { kind: 'npm-access', form: /^npm_[A-Za-z0-9]{36}$/, issuer: 'npm', registry: 'no', git: 'no' },
];

/** Every kind of token that the console recognises. */
export const tokenKinds: readonly TokenKindFacts[] = rows;

/**
 * Recognises a token by its form; undefined if it is unknown. The prefixes are those that issuers document for their
 * secret scanning partners. Nothing is verified or sent. Never throws.
 */
export function recogniseToken(token: string): TokenKindFacts | undefined {
  const trimmed = trimInvisible(token);
  const byForm = rows.find(({ form }) =>
    typeof form === 'string' ? trimmed.startsWith(form) : form?.test(trimmed) === true,
  );
  if (byForm !== undefined) return byForm;
  const byContent = kindByContent(trimmed);
  return byContent && tokenKind(byContent);
}

/** True for text whose form alone shows that it is a token, of a known kind or not. Never throws. */
export function looksLikeToken(text: string): boolean {
  return recogniseToken(text) !== undefined || readJwt(text) !== undefined;
}

/** The facts about a kind of token. */
export function tokenKind(kind: TokenKind): TokenKindFacts | undefined {
  return tokenKinds.find((facts) => facts.kind === kind);
}

/** When a token expires, if it contains that: a JSON Web Token, or the password of Amazon ECR. Never throws. */
export function tokenExpiry(token: string): Date | undefined {
  const trimmed = trimInvisible(token);
  return readJwt(trimmed)?.expiresAt ?? readEcrPassword(trimmed)?.expiresAt;
}

function kindByContent(token: string): TokenKind | undefined {
  const jwt = readJwt(token);
  if (jwt !== undefined) return kindByIssuer(jwt.issuer ?? '');
  if (readEcrPassword(token) !== undefined) return 'ecr-password';
  if (decodeBase64Text(token)?.startsWith('AWS:') === true) return 'ecr-encoded-login';
  // `{`, or `e` if in base64. Trying to parse every other text would be slow in a form with thousands of entries.
  return /^[{e]/.test(token) && checkGoogleKeyFile(token).ok ? 'google-key-file' : undefined;
}

function kindByIssuer(issuer: string): TokenKind | undefined {
  if (issuer === 'Azure Container Registry') return 'acr-refresh';
  if (/^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.com)\//.test(issuer)) return 'entra-access';
  if (/^https:\/\/iam\.(?:[a-z.]+\.)?cloud\.ibm\.com\//.test(issuer)) return 'ibm-iam-access';
  return /^jf[a-z]{2}@/.test(issuer) ? 'jfrog-access' : undefined;
}

/** Amazon ECR's password is base64 of JSON with an encrypted payload and its expiry in seconds since 1970. */
function readEcrPassword(token: string): { readonly expiresAt?: Date } | undefined {
  if (!token.startsWith('ey')) return undefined;
  const parsed = parseJsonText(decodeBase64Text(token) ?? '');
  if (!parsed.ok || !isJsonObject(parsed.value) || typeof parsed.value.get('payload') !== 'string')
    return undefined;
  const expiresAt = dateOfSeconds(parsed.value.get('expiration'));
  return expiresAt === undefined ? {} : { expiresAt };
}
