import type { RepositoryStatus, StoredRepository } from '../state/tenant-store.ts';

/** How many answers show a new or changed repository as IN-PROGRESS. */
const readsUntilSettled = 2;

/** A URL or username that contains this word ends in ERROR. */
const failingWord = 'sync-error';

/** The spelling by which AI Core treats repositories as the same: without capitals, trailing slashes and `.git`. */
export function normalizeRepositoryUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  const path = pathname
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return `${protocol}//${host}${path}`;
}

/** The name of a repository that is registered without one: the last part of its path. */
export function deriveRepositoryName(url: string): string {
  const lastPart = normalizeRepositoryUrl(url).split('/').at(-1) ?? '';
  const name = lastPart.replace(/[^a-z0-9-]+/g, '-').slice(0, 51);
  return name === '' ? 'repository' : name;
}

/** The outcome of AI Core's attempt to synchronise a repository. */
export function syncOutcome(url: string, username: string): StoredRepository['outcome'] {
  const { hostname, pathname } = new URL(url);
  const lacksSuffix = hostname.split('.').includes('gitlab') && !/\.git\/*$/.test(pathname);
  const holdsWord = [url, username].some((text) => text.toLowerCase().includes(failingWord));
  return lacksSuffix || holdsWord ? 'ERROR' : 'COMPLETED';
}

/** The state of a repository after a write: pending, then `outcome`. */
export function startSync(url: string, username: string): Pick<StoredRepository, 'outcome' | 'pendingReads'> {
  return { outcome: syncOutcome(url, username), pendingReads: readsUntilSettled };
}

interface RepositoryView {
  readonly name: string;
  readonly url: string;
  readonly status: RepositoryStatus;
}

/** What a read shows of a repository. Each read brings a pending one closer to its outcome. */
export function readRepository(repository: StoredRepository): RepositoryView {
  const { name, url, outcome, pendingReads } = repository;
  if (pendingReads === 0) return { name, url, status: outcome };
  repository.pendingReads = pendingReads - 1;
  return { name, url, status: 'IN-PROGRESS' };
}
