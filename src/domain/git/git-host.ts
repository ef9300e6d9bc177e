/** A Git hosting product with known forms of URLs and tokens; `unknown` for any other host. */
export type GitHostKind = 'github' | 'gitlab' | 'bitbucket' | 'azure-devops' | 'gitea' | 'unknown';

const products: readonly (readonly [label: string, kind: GitHostKind])[] = [
  ['github', 'github'],
  ['gitlab', 'gitlab'],
  ['bitbucket', 'bitbucket'],
  ['gitea', 'gitea'],
  // Forks of Gitea with the same routes.
  ['forgejo', 'gitea'],
  ['codeberg', 'gitea'],
];

/** Recognises the Git hosting product of a host name, by the vendors' hosts or by one of its labels. */
export function gitHostKind(hostname: string): GitHostKind {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (/^(?:ssh\.)?dev\.azure\.com$/.test(host) || host.endsWith('.visualstudio.com')) return 'azure-devops';
  const labels = new Set(host.split('.').flatMap((label) => label.split('-')));
  return products.find(([label]) => labels.has(label))?.[1] ?? 'unknown';
}

/** The username that goes with every access token on such a host; undefined if it varies. */
export const literalUsername: Readonly<Partial<Record<GitHostKind, string>>> = {
  // https://docs.gitlab.com/user/profile/personal_access_tokens/: any non-blank name; `oauth2` by convention.
  gitlab: 'oauth2',
  // https://support.atlassian.com/bitbucket-cloud/docs/using-access-tokens/
  bitbucket: 'x-token-auth',
};
