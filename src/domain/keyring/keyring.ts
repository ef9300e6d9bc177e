import { dockerHubHost, dockerHubKey } from '../registry/docker-hub.ts';
import { dockerHubRegistry, parseImageReference } from './image-reference.ts';
import type { ImageProblem, ImageReference } from './image-reference.ts';
import { findNearestKey } from './nearest-key.ts';
import type { NearestKey } from './nearest-key.ts';
import { decodeEntry } from './pull-credential.ts';
import type { EntryProblem } from './pull-credential.ts';
import { matchRegistryKeys, parseRegistryKeys } from './registry-key.ts';
import type { RegistryKey } from './registry-key.ts';

/** Why the kubelet drops the whole secret, which then fails every image of the pod. */
export type SecretProblem = { readonly code: 'auths-not-object' } | (EntryProblem & { readonly key: string });

/** An entry that the kubelet tries for an image. */
interface CoveringEntry {
  /** The key as typed. */
  readonly key: string;
  readonly username: string;
  /** True if the entry holds no credentials: the image is then pulled anonymously. */
  readonly isEmpty: boolean;
}

export type ImageExplanation =
  /** At least one of the entries has credentials; they are in the order in which the kubelet tries them. */
  | { readonly kind: 'covered'; readonly registry: string; readonly entries: readonly CoveringEntry[] }
  /** All matching entries are empty, and they keep the Docker Hub key from being used. */
  | {
      readonly kind: 'covered-but-empty';
      readonly registry: string;
      readonly entries: readonly CoveringEntry[];
    }
  | {
      readonly kind: 'not-covered';
      readonly registry: string;
      /** A key that would cover the image. */
      readonly suggestion: string;
      /** Undefined only if there are no keys. */
      readonly nearest?: NearestKey;
    }
  | { readonly kind: 'cannot-tell'; readonly reason: 'placeholder' }
  /** `part` still has to be filled in by hand. */
  | { readonly kind: 'cannot-tell'; readonly reason: 'unfilled'; readonly part: string }
  | { readonly kind: 'invalid-image'; readonly problem: ImageProblem; readonly part?: string }
  | { readonly kind: 'bad-secret'; readonly problems: readonly SecretProblem[] };

/**
 * The keys of `auths` (of a parsed `.dockerconfigjson`) whose credentials the kubelet tries for an image, as typed and
 * in the order tried. Empty for an invalid image and for a secret that the kubelet drops. Two spellings of one key stay
 * in the order given; in the kubelet their order is random.
 * Source: https://github.com/kubernetes/kubernetes/blob/master/pkg/credentialprovider/keyring.go
 */
export function matchImage(auths: unknown, image: string): string[] {
  const reference = parseImageReference(image);
  if (!reference.ok || secretProblems(auths).length > 0) return [];
  return matchReference(listAuths(auths), reference);
}

/**
 * Says whether the kubelet has credentials for an image and which ones, or why not: the nearest key and what differs. A
 * template placeholder and a dropped secret have kinds of their own. Never throws.
 */
export function explainImage(auths: unknown, image: string): ImageExplanation {
  const reference = parseImageReference(image);
  if (!reference.ok && reference.problem === 'placeholder')
    return { kind: 'cannot-tell', reason: 'placeholder' };
  if (!reference.ok) {
    const { problem, part } = reference;
    if (problem === 'unfilled') return { kind: 'cannot-tell', reason: problem, part: part ?? '' };
    return { kind: 'invalid-image', problem, ...(part === undefined ? {} : { part }) };
  }
  const problems = secretProblems(auths);
  if (problems.length > 0) return { kind: 'bad-secret', problems };
  const listed = listAuths(auths);
  const entries = matchReference(listed, reference).map((key) => coveringEntry(key, listed.get(key)));
  if (entries.length === 0) return notCovered([...listed.keys()], reference);
  const isEmpty = entries.every((entry) => entry.isEmpty);
  return { kind: isEmpty ? 'covered-but-empty' : 'covered', registry: reference.registry, entries };
}

/**
 * The entries that make the kubelet drop the whole secret: an `auth` that cannot be decoded, an entry that is not an
 * object, a field that is not text. An absent or null `auths` is fine, and so are `{}` and null entries.
 */
export function secretProblems(auths: unknown): SecretProblem[] {
  if (auths !== undefined && (typeof auths !== 'object' || Array.isArray(auths))) {
    return [{ code: 'auths-not-object' }];
  }
  return [...listAuths(auths)].flatMap(([key, entry]) => {
    const decoded = decodeEntry(entry);
    return decoded.ok ? [] : [{ ...decoded.problem, key }];
  });
}

/** The entries of `auths` by key; empty if it is not an object. */
export function listAuths(auths: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof auths === 'object' && auths !== null && !Array.isArray(auths);
  return new Map(isObject ? Object.entries(auths) : []);
}

function matchReference(auths: ReadonlyMap<string, unknown>, reference: ImageReference): string[] {
  const keys = parseRegistryKeys(auths.keys());
  const matching = matchRegistryKeys(keys, `${reference.registry}/${reference.repository}`);
  const tried =
    matching.length > 0 || !isHubByName(reference.registry) ? matching : keys.filter(isHubFallback);
  return tried.map(({ key }) => key);
}

/** The kubelet treats every host without a dot and port as Docker Hub, even `localhost`. */
function isHubByName(registry: string): boolean {
  return registry === dockerHubRegistry || !/[.:]/.test(registry);
}

function isHubFallback({ index }: RegistryKey): boolean {
  return index === dockerHubHost;
}

function coveringEntry(key: string, entry: unknown): CoveringEntry {
  const decoded = decodeEntry(entry);
  return decoded.ok
    ? { key, username: decoded.credential.username, isEmpty: decoded.credential.isEmpty }
    : { key, username: '', isEmpty: true };
}

function notCovered(keys: readonly string[], { registry, repository }: ImageReference): ImageExplanation {
  const suggestion = registry === dockerHubRegistry ? dockerHubKey : registry;
  const nearest = findNearestKey(keys, registry, repository);
  return { kind: 'not-covered', registry, suggestion, ...(nearest === undefined ? {} : { nearest }) };
}
