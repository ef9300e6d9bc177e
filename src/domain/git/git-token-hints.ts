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
  unknown: undefined,
};

/**
 * Says what a Git access token tells about itself for the host of `host` (a host name or repository URL):
 * its kind, whether it fits, when it ends. Never throws, and no finding holds a part of the token.
 */
export function inspectGitToken(
  token: string,
  { host, now }: { readonly host: string; readonly now: Date },
): TokenFinding[] {
  const trimmed = trimInvisible(token);
  if (trimmed === '') return [];
  const hostIssuer = gitHostKind(repositoryIdentity(host).split(/[/:]/, 1)[0] ?? '');
  const purpose: TokenPurpose = { use: 'git', hostIssuer, recommended: recommendedKind[hostIssuer] };
  const facts = recogniseToken(trimmed) ?? olderAzureToken(trimmed, hostIssuer);
  const expiry = tokenExpiry(trimmed);
  return [
    ...(facts === undefined ? [] : [kindFinding(facts, purpose, expiry !== undefined)]),
    ...(expiry === undefined ? [] : [expiryFinding(expiry, now, facts?.kind, purpose)]),
  ];
}

/** Azure DevOps' older tokens are 52 letters and digits, which says nothing on another host. */
function olderAzureToken(token: string, host: GitHostKind): (typeof tokenKinds)[number] | undefined {
  if (host !== 'azure-devops' || !/^[a-z2-7]{52}$/.test(token)) return undefined;
  return tokenKinds.find(({ kind }) => kind === 'azure-devops-access');
}
