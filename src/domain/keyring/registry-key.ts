import { parseGoUrl, splitHostPort, toByteString } from './go-url.ts';
import { labelMatches } from './label-glob.ts';

/** What a key of `auths` is compared by; texts are byte strings. */
export interface MatchTarget {
  /** The host's labels, each of which may be a glob. */
  readonly labels: readonly string[];
  readonly port: string;
  readonly path: string;
}

/** A key of `auths` as the kubelet files it. */
export interface RegistryKey {
  /** The key as typed. */
  readonly key: string;
  /** Host and path as a byte string: what keys are sorted by, and the Docker Hub fallback is looked up by. */
  readonly index: string;
  /** Undefined if the index is no URL any more, after its escapes were decoded: such a key never matches. */
  readonly target: MatchTarget | undefined;
}

/**
 * Parses a key of `auths` as the kubelet does: `https://` or `http://` in front, user info, query and
 * fragment fall away, and so do the first three characters of a path that starts with `/v1/` or `/v2/`.
 * Undefined if the key cannot be parsed; then the kubelet skips it.
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

/** Parses keys of `auths`, in their order, without those that cannot be parsed. */
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

/** The labels, port and path of `host[:port][/path]`; undefined if that is no URL without its scheme. */
export function parseTarget(text: string): MatchTarget | undefined {
  const url = parseGoUrl(`https://${text}`);
  if (url === undefined) return undefined;
  const { host, port } = splitHostPort(url.host);
  return { labels: host.split('.'), port, path: url.path };
}

/** True if the hosts have as many labels, and each label of the image matches the key's glob for it. */
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
