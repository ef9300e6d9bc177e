import { slugOf } from '../text/slug.ts';
import { repositoryIdentity } from './repository-url.ts';

/** Longest name of a Git repository that the admin API accepts, in characters. */
export const maxRepositoryNameLength = 51;

export type RepositoryNameProblem = { readonly suggestion?: string } & (
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string }
);

/** What is wrong with a repository's name; undefined if it is valid. */
export function checkRepositoryName(name: string): RepositoryNameProblem | undefined {
  if (name === '') return { code: 'empty' };
  const proposed = slugOf(name, maxRepositoryNameLength);
  const suggestion = proposed === '' ? {} : { suggestion: proposed };
  const character = /[^a-z0-9-]/u.exec(name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character, ...suggestion };
  if (name.length > maxRepositoryNameLength) {
    return { code: 'too-long', length: name.length, maxLength: maxRepositoryNameLength, ...suggestion };
  }
  return undefined;
}

/** Proposes a name from a repository's URL: the last path segment that yields a name, otherwise `repository`. */
export function proposeRepositoryName(url: string): string {
  const segments = decodedSegments(repositoryIdentity(url)).toReversed();
  return (
    segments.map((segment) => slugOf(segment, maxRepositoryNameLength)).find((slug) => slug !== '') ??
    'repository'
  );
}

function decodedSegments(identity: string): string[] {
  try {
    return decodeURIComponent(identity).split('/');
  } catch {
    return identity.split('/');
  }
}
