import { slugOf } from '../text/slug.ts';

/** The length of an application's name, in characters, that the admin API requires. */
const minApplicationNameLength = 3;
const maxApplicationNameLength = 54;

export type ApplicationNameProblem = { readonly suggestion?: string } & (
  | { readonly code: 'empty' | 'too-short' }
  | { readonly code: 'too-long'; readonly length: number }
  | { readonly code: 'bad-character'; readonly character: string }
);

/** What is wrong with an application's name, by the admin API's `^[a-z0-9-]+$`; undefined if it is valid. */
export function checkApplicationName(name: string): ApplicationNameProblem | undefined {
  if (name === '') return { code: 'empty' };
  const proposed = slugOf(name, maxApplicationNameLength);
  const suggestion = proposed.length < minApplicationNameLength ? {} : { suggestion: proposed };
  const character = /[^a-z0-9-]/u.exec(name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character, ...suggestion };
  if (name.length < minApplicationNameLength) return { code: 'too-short' };
  if (name.length > maxApplicationNameLength) return { code: 'too-long', length: name.length, ...suggestion };
  return undefined;
}

/**
 * Proposes a name for an application that reads `path` of a repository, with a number if the plain name is in `taken`;
 * empty without a repository.
 */
export function proposeApplicationName(
  repositoryName: string,
  path: string,
  taken: readonly string[],
): string {
  if (repositoryName === '') return '';
  const folder = path.split('/').findLast((part) => slugOf(part, maxApplicationNameLength) !== '') ?? '';
  const whole = slugOf(`${repositoryName} ${folder}`, maxApplicationNameLength);
  const proposed = whole.length < minApplicationNameLength ? `app-${whole}` : whole;
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const name = slugOf(proposed, maxApplicationNameLength - suffix.length) + suffix;
    if (!taken.includes(name)) return name;
  }
}
