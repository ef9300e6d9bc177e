import { trimInvisible } from '../text/trim-invisible.ts';
import { gitHostKind } from './git-host.ts';
import type { GitHostKind } from './git-host.ts';
import { repositoryIdentity } from './repository-url.ts';
import { expiryFinding, kindFinding } from '../token/token-findings.ts';
import type { TokenFinding, TokenPurpose } from '../token/token-findings.ts';
import { recogniseToken, tokenExpiry, tokenKinds } from '../token/token-kinds.ts';
import type { TokenKind } from '../token/token-kinds.ts';

const recommendedKind: Readonly<Record<GitHostKind, TokenKind | undefined>> = {
  github: 'github-fine-grained',
  gitlab: 'gitlab-access',
  bitbucket: 'bitbucket-access',
  'azure-devops': 'azure-devops-access',
  gitea: undefined,
  unknown: undefined,
};

/** Kinds of token that need one fixed username, as documented by GitHub, GitLab and Atlassian. */
const usernameOfKind: Readonly<Partial<Record<TokenKind, string>>> = {
  'github-app-installation': 'x-access-token',
  'gitlab-ci-job': 'gitlab-ci-token',
  'bitbucket-access': 'x-token-auth',
};

/**
 * Inspects a Git access token for the host of `host` (a host name or repository URL): its kind, whether it fits the
 * host, when it expires. Never throws, and no finding contains a part of the token.
 */
export function inspectGitToken(
  token: string,
  { host, now, username }: { readonly host: string; readonly now: Date; readonly username?: string },
): TokenFinding[] {
  const trimmed = trimInvisible(token);
  if (trimmed === '') return [];
  const hostname = hostnameOf(host);
  const product = gitHostKind(hostname);
  const isDataCenter = product === 'bitbucket' && hostname !== 'bitbucket.org';
  const purpose: TokenPurpose = {
    use: 'git',
    // Gitea's tokens have no form of their own, so a recognised one belongs to another product.
    hostIssuer: product === 'gitea' ? 'none' : product,
    recommended: isDataCenter ? 'bitbucket-data-center' : recommendedKind[product],
  };
  const facts = recogniseToken(trimmed) ?? olderAzureToken(trimmed, product);
  const expiry = tokenExpiry(trimmed);
  return [
    ...(facts === undefined ? [] : [kindFinding(facts, purpose, expiry !== undefined)]),
    ...(expiry === undefined ? [] : [expiryFinding(expiry, now, facts?.kind, purpose)]),
    ...usernameFindings(facts?.kind, username),
  ];
}

/** The product that hosts a repository's URL. */
export function gitHostOf(url: string): GitHostKind {
  return gitHostKind(hostnameOf(url));
}

function hostnameOf(url: string): string {
  return repositoryIdentity(url).split(/[/:]/, 1)[0] ?? '';
}

/** The username that the token needs; reported even for an empty field, since nobody would guess it. */
function usernameFindings(kind: TokenKind | undefined, username: string | undefined): TokenFinding[] {
  const expected = kind && usernameOfKind[kind];
  if (expected === undefined || username === undefined || username.trim() === expected) return [];
  return [{ code: 'username-expected', severity: 'warning', expected }];
}

/** Azure DevOps' older tokens are 52 letters and digits, a form that says nothing on other hosts. */
function olderAzureToken(token: string, host: GitHostKind): (typeof tokenKinds)[number] | undefined {
  if (host !== 'azure-devops' || !/^[a-z2-7]{52}$/.test(token)) return undefined;
  return tokenKinds.find(({ kind }) => kind === 'azure-devops-access');
}
