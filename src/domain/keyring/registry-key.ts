import { parseGoUrl, splitHostPort, toByteString } from './go-url.ts';
import { labelMatches } from './label-glob.ts';

/** The parts of a key or image name that are compared; all texts are byte strings. */
export interface MatchTarget {
  /** The host's labels; in a key, each may be a glob. */
  readonly labels: readonly string[];
  readonly port: string;
  readonly path: string;
}

/** A key of `auths` as the kubelet stores it. */
export interface RegistryKey {
  /** The key as typed. */
  readonly key: string;
  /** Host and path as a byte string. Keys are sorted by it, and the Docker Hub fallback is found by it. */
  readonly index: string;
  /** Undefined if the index is no longer a URL after its escapes were decoded; such a key never matches. */
  readonly target: MatchTarget | undefined;
}

/**
 * Parses a key of `auths` as the kubelet does. It removes a leading `https://` or `http://`, user info, query and
 * fragment, and the first three characters of a path that starts with `/v1/` or `/v2/`. Undefined if the key cannot be
 * parsed; the kubelet skips such a key.
 * Source: https://github.com/kubernetes/kubernetes/blob/master/pkg/credentialprovider/keyring.go
 */
export function parseRegistryKey(key: string): RegistryKey | undefined {
  const hasScheme = key.startsWith('https://') || key.startsWith('http://');
  const url = parseGoUrl(toByteString(hasScheme ? key : `https://${key}`));
  if (url === undefined) return undefined;
  const path = /^\/v[12]\//.test(url.path) ? url.path.slice(3) : url.path;
  const index = path === '/' ? url.host : `${url.host}${path}`;
  return { key, index, target: parseTarget(index) };
}

/** Parses keys of `auths` in order, skipping those that cannot be parsed. */
export function parseRegistryKeys(keys: Iterable<string>): RegistryKey[] {
  return Array.from(keys, (key) => parseRegistryKey(key)).filter((key) => key !== undefined);
}

/** The keys that match an image name (`host/repository`, normalised), in the order in which they are tried. */
export function matchRegistryKeys(keys: readonly RegistryKey[], imageName: string): RegistryKey[] {
  const image = parseTarget(imageName);
  if (image === undefined) return [];
  const matching = keys.filter(({ target }) => target !== undefined && targetMatches(target, image));
  return matching.toSorted((left, right) => compareText(right.index, left.index));
}

/** The labels, port and path of `host[:port][/path]`; undefined if the text is not a URL without its scheme. */
export function parseTarget(text: string): MatchTarget | undefined {
  const url = parseGoUrl(`https://${text}`);
  if (url === undefined) return undefined;
  const { host, port } = splitHostPort(url.host);
  return { labels: host.split('.'), port, path: url.path };
}

/** True if both hosts have the same number of labels, and each label of the image matches the key's glob. */
export function hostMatches(key: MatchTarget, image: MatchTarget): boolean {
  return (
    key.labels.length === image.labels.length &&
    key.labels.every((label, at) => labelMatches(label, image.labels[at] ?? ''))
  );
}

function targetMatches(key: MatchTarget, image: MatchTarget): boolean {
  return key.port === image.port && image.path.startsWith(key.path) && hostMatches(key, image);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
