import { dockerHubHost } from '../registry/docker-hub.ts';
import { fromByteString } from './go-url.ts';
import { dockerHubRegistry } from './image-reference.ts';
import { labelMatches } from './label-glob.ts';
import { hostMatches, parseRegistryKey, parseTarget } from './registry-key.ts';
import type { MatchTarget } from './registry-key.ts';

/** Why a key does not match an image. */
export type KeyDifference =
  /** A scheme that is not stripped, such as `oci://` or `HTTPS://`. */
  | { readonly code: 'scheme'; readonly scheme: string }
  | { readonly code: 'unparsable-key' | 'capitals' | 'dead-docker-hub-spelling' | 'host' }
  /** Paths start with `/` or are empty; the key's path would have to be a prefix of the image's. */
  | { readonly code: 'path'; readonly keyPath: string; readonly imagePath: string }
  /** Empty if there is no port. */
  | { readonly code: 'port'; readonly keyPort: string; readonly imagePort: string }
  | { readonly code: 'label-count'; readonly keyLabels: number; readonly imageLabels: number };

export interface NearestKey {
  /** The key as typed. */
  readonly key: string;
  readonly difference: KeyDifference;
}

interface Comparison {
  readonly difference: KeyDifference;
  /** How different the key is; 0 means that nothing else differs. */
  readonly distance: number;
}

/** Well-known hosts of Docker Hub that no image reference resolves to. */
const deadHubHosts: ReadonlySet<string> = new Set([
  'registry-1.docker.io',
  'registry.docker.io',
  'auth.docker.io',
  'hub.docker.io',
  'docker.com',
  'www.docker.com',
  'hub.docker.com',
  'index.docker.com',
  'registry.docker.com',
  'registry.hub.docker.com',
]);
const far = 10;

/**
 * Among keys that do not match an image, finds the nearest one and what differs; undefined without keys. `registry` and
 * `repository` come from the normalised reference.
 */
export function findNearestKey(
  keys: readonly string[],
  registry: string,
  repository: string,
): NearestKey | undefined {
  const image = parseTarget(`${registry}/${repository}`);
  if (image === undefined) return undefined;
  const [nearest] = keys
    .map((key) => ({ key, ...compareKey(key, image) }))
    .toSorted((left, right) => left.distance - right.distance);
  return nearest && { key: nearest.key, difference: nearest.difference };
}

function compareKey(key: string, image: MatchTarget): Comparison {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(key)?.[1];
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
    const { distance } = compareKey(key.slice(scheme.length + '://'.length), image);
    return { difference: { code: 'scheme', scheme }, distance };
  }
  const target = parseRegistryKey(key)?.target;
  if (target === undefined) {
    const isForHost = key.toLowerCase().includes(image.labels.join('.').toLowerCase());
    return { difference: { code: 'unparsable-key' }, distance: isForHost ? 1 : far };
  }
  return (isHub(image) ? compareHubKey(target, image) : undefined) ?? compareTarget(target, image);
}

/** Docker Hub has a second valid name for keys, and several invalid ones. */
function compareHubKey(target: MatchTarget, image: MatchTarget): Comparison | undefined {
  const host = target.labels.join('.').toLowerCase();
  const isDead = deadHubHosts.has(host) || (host === dockerHubHost && target.path !== '');
  if (isDead) return { difference: { code: 'dead-docker-hub-spelling' }, distance: 2 };
  return host === dockerHubHost
    ? compareTarget(target, { ...image, labels: dockerHubHost.split('.') })
    : undefined;
}

function compareTarget(target: MatchTarget, image: MatchTarget): Comparison {
  const isSameHost = hostMatches(target, image);
  const isSamePort = target.port === image.port;
  const hasPath = image.path.startsWith(target.path);
  const isHostInCapitals = !isSameHost && hostMatches(lowerCase(target), lowerCase(image));
  const isPathInCapitals = !hasPath && image.path.startsWith(target.path.toLowerCase());
  if (isSamePort && (isHostInCapitals ? hasPath || isPathInCapitals : isSameHost && isPathInCapitals)) {
    return { difference: { code: 'capitals' }, distance: 1 };
  }
  if (isSameHost && isSamePort) return comparePath(target, image);
  if (isSameHost) {
    return {
      difference: { code: 'port', keyPort: target.port, imagePort: image.port },
      distance: hasPath ? 4 : 5,
    };
  }
  return isHostInCapitals ? { difference: { code: 'capitals' }, distance: 6 } : compareHost(target, image);
}

function comparePath(target: MatchTarget, image: MatchTarget): Comparison {
  const keyPath = fromByteString(target.path);
  // Zero: the key would match if it had no scheme. Otherwise, the longer the common part, the nearer.
  const missing = target.path.length - countSharedStart(target.path, image.path);
  const distance = missing === 0 ? 0 : 3 + missing / (target.path.length + 1);
  return { difference: { code: 'path', keyPath, imagePath: image.path }, distance };
}

function compareHost(target: MatchTarget, image: MatchTarget): Comparison {
  const counts = { keyLabels: target.labels.length, imageLabels: image.labels.length };
  const sharedEnd = countShared(target.labels.toReversed(), image.labels.toReversed());
  const shared = Math.max(sharedEnd, countShared(target.labels, image.labels));
  const isPart = shared === Math.min(counts.keyLabels, counts.imageLabels);
  if (counts.keyLabels !== counts.imageLabels && isPart) {
    return { difference: { code: 'label-count', ...counts }, distance: 7 - shared / 100 };
  }
  return {
    difference: { code: 'host' },
    distance: 9 - sharedEnd / Math.max(counts.keyLabels, counts.imageLabels),
  };
}

/** How many labels match, counted from the start of both lists. */
function countShared(key: readonly string[], image: readonly string[]): number {
  const length = Math.min(key.length, image.length);
  const differing = key.slice(0, length).findIndex((label, at) => !labelMatches(label, image[at] ?? ''));
  return differing < 0 ? length : differing;
}

function countSharedStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left.charAt(at) === right.charAt(at)) at += 1;
  return at;
}

function isHub(image: MatchTarget): boolean {
  return image.labels.join('.') === dockerHubRegistry && image.port === '';
}

function lowerCase(target: MatchTarget): MatchTarget {
  return { ...target, labels: target.labels.map((label) => label.toLowerCase()) };
}
