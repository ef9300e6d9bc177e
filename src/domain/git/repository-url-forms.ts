import { gitHostKind } from './git-host.ts';

/** Hosts that only speak ssh, and the host of the same service that speaks https. */
const httpsHosts = new Map([
  ['ssh.github.com', 'github.com'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['altssh.bitbucket.org', 'bitbucket.org'],
  ['ssh.dev.azure.com', 'dev.azure.com'],
]);

/** Third path segments of a page inside a repository, where a repository is always `owner/name`. */
const pages = new Set([
  'actions',
  'admin',
  'archive',
  'blame',
  'blob',
  'branch',
  'branches',
  'commit',
  'commits',
  'compare',
  'deployments',
  'discussions',
  'downloads',
  'graphs',
  'issues',
  'network',
  'packages',
  'pipelines',
  'projects',
  'pull',
  'pull-requests',
  'pulls',
  'pulse',
  'raw',
  'releases',
  'security',
  'settings',
  'src',
  'tags',
  'tree',
  'wiki',
]);

/**
 * The https URL of a repository given as `ssh://…`, `git://…`, `http://…` or `user@host:path`; undefined for
 * any other text. An http URL keeps its credentials; user and port of ssh and git mean nothing to https.
 */
export function httpsFormOf(text: string): string | undefined {
  const scheme = /^(https?|git|ssh|git\+ssh|ssh\+git):\/\//i.exec(text);
  if (scheme?.[1] !== undefined) {
    const rest = text.slice(scheme[0].length);
    if (/^https?$/i.test(scheme[1])) return `https://${rest}`;
    const [, host = '', path = ''] =
      /^(?:[^/@]*@)?(\[[^\]]*\]|[^/:]*)(?::[0-9]*)?(?:\/(.*))?$/s.exec(rest) ?? [];
    return host === '' ? undefined : httpsUrl(host, path);
  }
  const [, user, host = '', path = ''] = /^(?:([^/:@\s]+)@)?([^/:@\s]+):(?!\/\/)([^\s]*)$/.exec(text) ?? [];
  // Without a user, `host:8443/path` is rather a host with a port than ssh.
  if (
    host === '' ||
    path === '' ||
    (user === undefined && (!host.includes('.') || /^[0-9]+(?:\/|$)/.test(path)))
  ) {
    return undefined;
  }
  return httpsUrl(host, path);
}

/** The root of the repository, where a URL names a page inside it as a browser shows it; else undefined. */
export function rootOfPage(url: URL): string | undefined {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const kind = gitHostKind(url.hostname);
  const dash = segments.indexOf('-');
  if (dash >= 2 && (kind === 'gitlab' || kind === 'unknown')) return rootUrl(url, segments.slice(0, dash));
  if (kind === 'azure-devops') {
    const root = segments.slice(0, segments.indexOf('_git') + 2);
    return segments.includes('_git') && root.length < segments.length ? rootUrl(url, root) : undefined;
  }
  // Bitbucket Data Center shows `/projects/P/repos/name/browse` and clones `/scm/p/name.git`.
  const [projects, project = '', repos, name = ''] = segments;
  if (projects === 'projects' && repos === 'repos' && name !== '') {
    return rootUrl(url, ['scm', project.toLowerCase(), `${name}.git`]);
  }
  if (segments[1]?.endsWith('.git') === true) {
    return segments.length > 2 ? rootUrl(url, segments.slice(0, 2)) : undefined;
  }
  if (kind === 'github' || url.hostname === 'bitbucket.org') {
    return pages.has(segments[2] ?? '') ? rootUrl(url, segments.slice(0, 2)) : undefined;
  }
  // Elsewhere groups may be nested, so that only a branch or file below a page's name gives it away.
  const page = segments.findIndex(
    (segment, index) => index >= 2 && (segment === 'tree' || segment === 'blob'),
  );
  return page > 0 && page < segments.length - 1 ? rootUrl(url, segments.slice(0, page)) : undefined;
}

function rootUrl(url: URL, segments: readonly string[]): string {
  return `${url.origin}/${segments.join('/')}`;
}

function httpsUrl(host: string, path: string): string {
  const name = host.toLowerCase();
  const httpsHost = httpsHosts.get(name) ?? name;
  const segments = path.split('/').filter((segment) => segment !== '');
  const [, organisation = '', project = '', repository = ''] = segments;
  // Azure DevOps writes `v3/organisation/project/repository` for ssh.
  const isAzure = name === 'ssh.dev.azure.com' && segments.length === 4;
  const httpsPath = isAzure ? `${organisation}/${project}/_git/${repository}` : segments.join('/');
  return `https://${httpsHost}/${httpsPath}`;
}
