import { gitHostKind } from './git-host.ts';
import type { GitHostKind } from './git-host.ts';

/** Third path segments of pages inside a repository, for products where a repository is always `owner/name`. */
const pages = new Set(
  (
    'actions activity admin archive assets attention blame blob branch branches codespaces commit commits community ' +
    'compare contributors custom-properties delete dependabot deployments discussions downloads edit find forks ' +
    'graphs issues labels media milestone milestones network new packages pipelines projects pull pull-requests ' +
    'pulls pulse raw releases rules runs security settings src stargazers stars subscription tags tree upload ' +
    'watchers wiki _edit _new'
  ).split(' '),
);

/** Names that no GitLab project can have (docs.gitlab.com/user/reserved_names), so they start a page. */
const gitlabPages = new Set(
  'blame blob builds commits create_dir edit files find_file new preview raw refs tree update wikis'.split(
    ' ',
  ),
);

/** First path segments that belong to the product itself rather than to an owner. */
const productPages: Readonly<Partial<Record<GitHostKind, ReadonlySet<string>>>> = {
  github: new Set(
    (
      'about account apps codespaces collections contact customer-stories dashboard enterprise enterprises events ' +
      'explore features issues login logout marketplace new notifications organizations orgs pricing pulls search ' +
      'security sessions settings signup site sponsors stars topics trending users watching'
    ).split(' '),
  ),
  gitlab: new Set('- admin api dashboard explore groups help import oauth profile search users'.split(' ')),
  bitbucket: new Set(
    'account admin dashboard plugins product profile repo rest site snippets support workspaces'.split(' '),
  ),
  gitea: new Set('admin api explore issues milestones notifications org pulls repo user'.split(' ')),
};

/** Other hosts that show GitHub repositories, with the index of the owner in their paths. */
const githubHosts = new Map([
  ['www.github.com', 0],
  ['github.dev', 0],
  ['raw.githubusercontent.com', 0],
  ['codeload.github.com', 0],
  ['api.github.com', 1],
]);

/** The root of the repository if a URL is a browser page inside it; otherwise undefined. */
export function rootOfPage(url: URL): string | undefined {
  const segments = segmentsOf(url);
  const kind = gitHostKind(url.hostname);
  const offset = githubHosts.get(url.hostname);
  if (offset !== undefined) {
    const owned = segments.slice(offset, offset + 2);
    return owned.length === 2 ? `https://github.com/${owned.join('/')}` : undefined;
  }
  const dash = segments.indexOf('-');
  if (dash >= 2 && (kind === 'gitlab' || kind === 'unknown')) return rootUrl(url, segments.slice(0, dash));
  if (kind === 'azure-devops') {
    const root = segments.slice(0, segments.indexOf('_git') + 2);
    return segments.includes('_git') && root.length < segments.length ? rootUrl(url, root) : undefined;
  }
  return bitbucketRoot(url, segments) ?? rootBefore(url, segments, kind);
}

/** True for a page that belongs to the hosting product, an owner or a project, but not to a repository. */
export function isOutsideRepositories(url: URL): boolean {
  const segments = segmentsOf(url);
  const kind = gitHostKind(url.hostname);
  if (productPages[kind]?.has(segments[0] ?? '') === true) return true;
  if (kind === 'azure-devops') return !segments.includes('_git');
  if (kind !== 'bitbucket') return false;
  return segments[1] === 'workspace' || (url.hostname !== 'bitbucket.org' && isBitbucketOwner(segments));
}

/**
 * Bitbucket Data Center shows `/projects/P/repos/name/browse`, perhaps below a path; its clone URL is
 * `/scm/p/name.git`.
 */
function bitbucketRoot(url: URL, segments: readonly string[]): string | undefined {
  const repos = segments.indexOf('repos');
  const [owners, owner = ''] = segments.slice(Math.max(0, repos - 2), repos);
  const name = segments[repos + 1];
  if (name === undefined || (owners !== 'projects' && owners !== 'users')) return undefined;
  const project = owners === 'users' ? `~${owner}` : owner.toLowerCase();
  return rootUrl(url, [...segments.slice(0, repos - 2), 'scm', project, `${name.replace(/\.git$/, '')}.git`]);
}

function isBitbucketOwner(segments: readonly string[]): boolean {
  return (segments[0] === 'projects' || segments[0] === 'users') && !segments.includes('repos');
}

/** The root before the first segment that marks a page. */
function rootBefore(url: URL, segments: readonly string[], kind: GitHostKind): string | undefined {
  const suffixed = segments.findIndex((segment) => segment.endsWith('.git'));
  if (suffixed >= 1) {
    return segments.length > suffixed + 1 ? rootUrl(url, segments.slice(0, suffixed + 1)) : undefined;
  }
  const isOwnerAndName = kind === 'github' || kind === 'gitea' || url.hostname === 'bitbucket.org';
  if (isOwnerAndName) return pages.has(segments[2] ?? '') ? rootUrl(url, segments.slice(0, 2)) : undefined;
  const page = segments.findIndex(
    (segment, index) => index >= 2 && startsPage(segments, index, segment, kind),
  );
  return page > 0 ? rootUrl(url, segments.slice(0, page)) : undefined;
}

/** Groups may be nested here, so a segment only marks a page if it cannot be the name of a group or project. */
function startsPage(segments: readonly string[], index: number, segment: string, kind: GitHostKind): boolean {
  const next = segments[index + 1];
  if (kind === 'gitlab') return gitlabPages.has(segment) && (next !== undefined || index > 2);
  if (next === undefined) return false;
  if (segment === 'tree' || segment === 'blob') return true;
  // Gitea's `src/branch/main/…`, possibly below a path of its own.
  return (segment === 'src' || segment === 'raw') && ['branch', 'commit', 'tag'].includes(next);
}

function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').filter((segment) => segment !== '');
}

function rootUrl(url: URL, segments: readonly string[]): string {
  return `${url.origin}/${segments.join('/')}`;
}
