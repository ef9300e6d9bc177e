import { trimEnd } from '../text/trim-end.ts';

/** Longest name of a Docker registry secret that the admin API accepts, in characters. */
const maxSecretNameLength = 63;

export type SecretNameProblem =
  | { readonly code: 'empty' | 'too-short' | 'bad-start' | 'bad-end' }
  | { readonly code: 'double-underscore' | 'underscore-before-end' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string };

/**
 * The first problem of a secret's name; undefined if it is valid. Accepts the same names as the API's own
 * `^[a-z0-9](?:_?[a-z0-9\.\-]+)*[a-z0-9]$`, which backtracks exponentially.
 */
export function checkSecretName(name: string): SecretNameProblem | undefined {
  if (name === '') return { code: 'empty' };
  const character = /[^a-z0-9._-]/u.exec(name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  if (name.length > maxSecretNameLength) {
    return { code: 'too-long', length: name.length, maxLength: maxSecretNameLength };
  }
  if (/^[._-]/.test(name)) return { code: 'bad-start' };
  if (name.length < 2) return { code: 'too-short' };
  if (name.includes('__')) return { code: 'double-underscore' };
  if (/[._-]$/.test(name)) return { code: 'bad-end' };
  // The API's expression requires two more characters after each underscore.
  if (/_.$/.test(name)) return { code: 'underscore-before-end' };
  return undefined;
}

/**
 * The nearest name that Kubernetes accepts too: a DNS subdomain (RFC 1123), without `_` and with a letter or digit on
 * both sides of each dot. A template that refers to a secret by any other name is rejected on deployment, although the
 * admin API registers the secret. A valid name stays the same.
 */
export function kubernetesSecretName(name: string): string {
  const labels = name.replaceAll('_', '-').split('.').map(trimDashes);
  return labels.filter((label) => label !== '').join('.');
}

function trimDashes(label: string): string {
  return trimEnd(label.replace(/^-+/, ''), '-');
}
