/** The object store where training writes its results; without it, training fails. */
export const defaultObjectStore = 'default';

const maxNameLength = 233;
const secretSuffix = '-object-store-secret';

export type ObjectStoreNameProblem =
  | { readonly code: 'empty' | 'bad-edge' | 'bad-sequence' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string };

/**
 * What is wrong with the name of an object store secret; undefined if it is valid. Accepts what the admin API does:
 * `^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$` with at most 233 characters.
 */
export function checkObjectStoreName(name: string): ObjectStoreNameProblem | undefined {
  if (name === '') return { code: 'empty' };
  const character = /[^a-z0-9.-]/u.exec(name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  if (name.length > maxNameLength) return { code: 'too-long', length: name.length, maxLength: maxNameLength };
  if (/^[.-]|[.-]$/.test(name)) return { code: 'bad-edge' };
  return /\.\.|\.-|-\./.test(name) ? { code: 'bad-sequence' } : undefined;
}

/** The original name, from the name that the API returns, which is that of the Kubernetes secret. */
export function objectStoreName(answered: string): string {
  return answered.endsWith(secretSuffix) ? answered.slice(0, -secretSuffix.length) : answered;
}
