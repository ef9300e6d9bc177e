import { repositoryIdentity } from '../git/repository-url.ts';

/** Longest path within a repository that the admin API accepts, in characters. */
const maxPathLength = 63;

/** What an application reads: a folder of a repository, at a branch, tag or commit. */
export interface ApplicationSource {
  readonly repositoryUrl: string;
  readonly revision: string;
  readonly path: string;
}

export interface PathProblem {
  readonly code: 'empty' | 'too-long' | 'url' | 'file' | 'absolute' | 'backslash' | 'outside';
  /** The path that was probably meant, if one is evident. */
  readonly suggestion?: string;
}

/** Why a path cannot be a folder within a repository; undefined if it can. */
export function checkPath(text: string): PathProblem | undefined {
  const path = text.trim();
  if (path === '') return { code: 'empty' };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return { code: 'url', ...suggest(folderOfPage(path)) };
  if (path.includes('\\')) return { code: 'backslash', ...suggest(tidyPath(path.replaceAll('\\', '/'))) };
  if (path.startsWith('/')) return { code: 'absolute', ...suggest(tidyPath(path)) };
  if (path.split('/').includes('..')) return { code: 'outside' };
  if (/\.ya?ml$/i.test(path)) return { code: 'file', ...suggest(path.split('/').slice(0, -1).join('/')) };
  if (path.length > maxPathLength) return { code: 'too-long' };
  return undefined;
}

function suggest(path: string): Pick<PathProblem, 'suggestion'> {
  if (path === '') return {};
  // The rest may have another fault, such as a file name.
  const suggestion = checkPath(path) ? checkPath(path)?.suggestion : path;
  return suggestion === undefined ? {} : { suggestion };
}

/** `a/b` for `https://github.com/team/repo/tree/main/a/b`, if the branch contains no slash; empty for other URLs. */
function folderOfPage(url: string): string {
  const [page = ''] = url.split(/[?#]/);
  const parts = page.split('/');
  const tree = parts.findIndex((part) => part === 'tree' || part === 'blob');
  return tree === -1 ? '' : parts.slice(tree + 2).join('/');
}

/** The folder that an application reads, after its revision: `main:/workflows`. */
export function formatFolder({ revision, path }: Pick<ApplicationSource, 'revision' | 'path'>): string {
  return `${revision.trim()}:/${tidyPath(path.trim())}`;
}

function tidyPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.join('/');
}

export interface RevisionProblem {
  readonly code: 'empty' | 'white-space';
}

/** Why a text cannot be a branch, tag or commit; undefined if it can. */
export function checkRevision(text: string): RevisionProblem | undefined {
  const revision = text.trim();
  if (revision === '') return { code: 'empty' };
  return /\s/.test(revision) ? { code: 'white-space' } : undefined;
}

export interface RepositoryChoiceProblem {
  readonly code: 'empty' | 'other-spelling' | 'not-registered';
  /** The URL as registered. */
  readonly suggestion?: string;
}

/**
 * Why an application cannot read the repository at `url`: AI Core compares it letter by letter with `registered`. If
 * those are unknown, only an empty URL is reported.
 */
export function checkRepositoryChoice(
  url: string,
  registered: readonly string[] | undefined,
): RepositoryChoiceProblem | undefined {
  if (url.trim() === '') return { code: 'empty' };
  if (registered === undefined || registered.includes(url)) return undefined;
  const same = registered.find((one) => one !== '' && repositoryIdentity(one) === repositoryIdentity(url));
  return same === undefined ? { code: 'not-registered' } : { code: 'other-spelling', suggestion: same };
}

/** Whether two applications have the same source, and so would break each other. */
export function isSameSource(one: ApplicationSource, other: ApplicationSource): boolean {
  return (
    repositoryIdentity(one.repositoryUrl) === repositoryIdentity(other.repositoryUrl) &&
    one.revision.trim() === other.revision.trim() &&
    tidyPath(one.path.trim()) === tidyPath(other.path.trim())
  );
}

/** The `applications` with the same source as the one called `name`. */
export function findTwins<T extends ApplicationSource & { readonly name: string }>(
  source: ApplicationSource,
  name: string,
  applications: readonly T[],
): T[] {
  return applications.filter((one) => one.name !== name && isSameSource(one, source));
}
