/** A Git hosting product whose URLs and tokens have known forms; `unknown` for any other host. */
export type GitHostKind = 'github' | 'gitlab' | 'bitbucket' | 'azure-devops' | 'unknown';

/** Recognises the Git hosting product behind a host name, by the vendors' hosts or by a label of it. */
export function gitHostKind(hostname: string): GitHostKind {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (/^(?:ssh\.)?dev\.azure\.com$/.test(host) || host.endsWith('.visualstudio.com')) return 'azure-devops';
  const labels = new Set(host.split('.').flatMap((label) => label.split('-')));
  const product = (['github', 'gitlab', 'bitbucket'] as const).find((name) => labels.has(name));
  return product ?? 'unknown';
}
