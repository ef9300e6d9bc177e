import { findUnfilledPart } from '../text/placeholder.ts';
import { trimInvisible } from '../text/trim-invisible.ts';
import { trimEnd } from '../text/trim-end.ts';
import { unreachableKind } from '../text/public-address.ts';
import type { UnreachableKind } from '../text/public-address.ts';
import { dockerHubHost, dockerHubKey } from './docker-hub.ts';
import { splitHost } from './host-parts.ts';
import type { HostParts } from './host-parts.ts';
import { lookalikeOf } from './lookalike.ts';
import { readWebAddress } from './web-address.ts';

/** Why a key would never help to pull an image; `suggestion` is a valid host, if one is evident. */
export type HostProblem = { readonly suggestion?: string } & (
  | { readonly code: 'empty' | 'white-space' | 'bad-scheme' | 'userinfo' | 'query' | 'has-image-path' }
  | { readonly code: 'docker-hub' | 'bad-port' | 'bad-name' | 'trailing-dot' | 'uppercase' | 'bad-path' }
  | { readonly code: 'version-path' | 'too-long' | 'web-address' | 'unfilled' }
  | { readonly code: 'bad-character'; readonly character: string }
);

export type HostWarning =
  | { readonly code: 'unreachable-address'; readonly kind: UnreachableKind }
  /** The credential only applies to images whose path starts with `path`. */
  | { readonly code: 'path-prefix'; readonly path: string }
  | { readonly code: 'wildcard' }
  /** Resembles the host of a known registry. */
  | { readonly code: 'lookalike'; readonly suggestion: string }
  | { readonly code: 'http-scheme' | 'docker-hub-spelling' | 'default-port'; readonly suggestion: string };

export interface HostCheck {
  readonly problem?: HostProblem;
  readonly warnings: readonly HostWarning[];
}

const labelPattern = /^[a-z0-9*](?:[a-z0-9*-]*[a-z0-9*])?$/;
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?!$)|$)){4}$/;
/** RFC 1035, 2.3.4. */
const maxLabelLength = 63;
const ipv6 = /^\[(?=.*:)[0-9a-f:.]{2,45}\]$/;
/** The longest image name including its host (github.com/distribution/reference); no longer key can match. */
const maxLength = 255;
const hubName = /^(?:.+\.)?docker\.(?:io|com)$/;

/**
 * Checks a registry host as a key of `auths`, by the rules of the kubelet's keyring: a problem means that the key
 * cannot be parsed or never matches, a warning that it may not do what was meant. Never throws.
 */
export function checkRegistryHost(host: string): HostCheck {
  const problem = findProblem(host);
  if (problem === undefined) return { warnings: findWarnings(host) };
  const suggestion = suggestHost(host);
  return { problem: suggestion === undefined ? problem : { ...problem, suggestion }, warnings: [] };
}

/**
 * Two hosts with the same identity are two spellings of one registry (scheme, case, trailing slash or dot, `/v1/` and
 * `/v2/`, Docker Hub's names). Port and path are part of it, since they select different images.
 */
export function registryIdentity(host: string): string {
  const { name, port, path } = splitHost(trimInvisible(host).toLowerCase());
  const plainName = name.replace(/\.$/, '');
  const isHub = isDockerHub(plainName, port);
  const withoutVersion = trimEnd(path.replace(/^\/v[12](?=\/|$)/, ''), '/');
  const portText = port === undefined || port === '' || isHub ? '' : `:${port}`;
  return `${isHub ? dockerHubHost : plainName}${portText}${withoutVersion}`;
}

function findProblem(host: string): HostProblem | undefined {
  if (trimInvisible(host) === '') return { code: 'empty' };
  if (/\s/.test(host) || trimInvisible(host) !== host) return { code: 'white-space' };
  if (findUnfilledPart(host) !== undefined) return { code: 'unfilled' };
  const parts = splitHost(host);
  if (parts.userinfo !== '') return { code: parts.name === 'sha256' ? 'has-image-path' : 'userinfo' };
  if (isDockerHub(parts.name.toLowerCase(), parts.port) && !isWorkingHubSpelling(host)) {
    return { code: 'docker-hub' };
  }
  if (readWebAddress(parts) !== undefined) return { code: 'web-address' };
  if (!['', 'https://', 'http://'].includes(parts.scheme)) return { code: 'bad-scheme' };
  if (parts.query !== '') return { code: 'query' };
  if (isImagePath(parts.path) || isHubImage(parts)) return { code: 'has-image-path' };
  const character = /[^A-Za-z0-9.*[\]:/_-]/u.exec(host)?.[0] ?? /[^A-Za-z0-9.*[\]:-]/u.exec(parts.name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  return findNameProblem(parts) ?? findPathProblem(parts.path);
}

function findNameProblem({ name, port, path }: HostParts): HostProblem | undefined {
  if (port !== undefined && !isPort(port)) return { code: 'bad-port' };
  if (/[A-Z]/.test(name)) return { code: 'uppercase' };
  if (name.endsWith('.')) return { code: 'trailing-dot' };
  if (!isName(name)) return { code: 'bad-name' };
  return name.length + path.length > maxLength ? { code: 'too-long' } : undefined;
}

function isName(name: string): boolean {
  if (name.startsWith('[')) return ipv6.test(name) && URL.canParse(`https://${name}`);
  const labels = name.split('.');
  // A name whose last label is a number must be an IPv4 address (RFC 3986, 3.2.2 and WHATWG URL, 3.5).
  const isNumber = /^[0-9]+$/.test(labels.at(-1) ?? '') && !name.includes('*');
  if (isNumber && !ipv4.test(name)) return false;
  return labels.every((label) => label.length <= maxLabelLength && labelPattern.test(label));
}

function findPathProblem(path: string): HostProblem | undefined {
  if (/^\/v[12]$/.test(path)) return { code: 'version-path' };
  const prefix = pathPrefix(path);
  if (/[A-Z]/.test(prefix)) return { code: 'uppercase' };
  // A prefix of a repository name: lower case, and no separator at the start of a component.
  return prefix === '' || /^(?:\/[a-z0-9][a-z0-9._-]*)+\/?$/.test(prefix) ? undefined : { code: 'bad-path' };
}

function findWarnings(host: string): HostWarning[] {
  const { scheme, name, port, path } = splitHost(host);
  const prefix = pathPrefix(path);
  const kind = unreachableKind(name);
  const portText = port === undefined ? '' : `:${port}`;
  const warnings: HostWarning[] = [];
  if (isDockerHub(name, port)) {
    return host === dockerHubKey ? [] : [{ code: 'docker-hub-spelling', suggestion: dockerHubKey }];
  }
  if (scheme === 'http://') warnings.push({ code: 'http-scheme', suggestion: `${name}${portText}${path}` });
  if (port === '443') warnings.push({ code: 'default-port', suggestion: `${scheme}${name}${path}` });
  if (name.includes('*')) warnings.push({ code: 'wildcard' });
  else if (kind !== undefined) warnings.push({ code: 'unreachable-address', kind });
  const known = lookalikeOf(name);
  if (known !== undefined) warnings.push({ code: 'lookalike', suggestion: known });
  if (prefix !== '') warnings.push({ code: 'path-prefix', path: prefix.slice(1) });
  return warnings;
}

/** The host that was evidently meant; it never has a problem itself. */
function suggestHost(host: string): string | undefined {
  if (findUnfilledPart(host) !== undefined) return undefined;
  const parts = splitHost(withoutQuotes(trimInvisible(host)).replaceAll('\\', '/'));
  const name = trimEnd(parts.name.toLowerCase(), '.');
  if (isDockerHub(name, undefined) || isHubImage({ ...parts, name })) return dockerHubKey;
  const page = readWebAddress({ ...parts, name });
  if (page !== undefined)
    return [page.registry ?? ''].find((registry) => findProblem(registry) === undefined);
  const typedPort = parts.port?.replace(/^0+(?=[0-9])/, '') ?? '';
  const port = isPort(typedPort) ? `:${typedPort}` : '';
  const path = isImagePath(parts.path) ? '' : pathPrefix(parts.path.toLowerCase()).replace(/^\/v[12]$/, '');
  const withPath = `${asciiName(name)}${port}${path}`;
  // An IPv6 address without brackets, or words after a colon, look like a port; the part before them is not a host.
  const candidates = /[:\s]/.test(typedPort) ? [] : [withPath, `${asciiName(name)}${port}`];
  return candidates.find((candidate) => candidate !== host && findProblem(candidate) === undefined);
}

/** Removes what surrounds a host in a file, a mail or a list. */
function withoutQuotes(text: string): string {
  return text.replace(/[,;]$/, '').replace(/^(["'`])(.*)\1$/, '$2');
}

/** The path of a key as the kubelet sees it: `/` counts as none, one leading `/v1/` or `/v2/` is dropped. */
function pathPrefix(path: string): string {
  const prefix = /^\/v[12]\//.test(path) ? path.slice(3) : path;
  return prefix === '/' ? '' : prefix;
}

/** True for a path with a tag or digest, which names an image. */
function isImagePath(path: string): boolean {
  return /[:@]/.test(path);
}

/** True for `redis:latest` or `team/app:1`: an image of Docker Hub, because its first part is not a host. */
function isHubImage({ name, port, path }: HostParts): boolean {
  if (name === '' || name.includes('.') || name.startsWith('[') || name === 'localhost') return false;
  return port === undefined
    ? isImagePath(path)
    : path === '' && /^\w[\w.-]*$/.test(port) && !/^\d+$/.test(port);
}

function isDockerHub(name: string, port: string | undefined): boolean {
  return hubName.test(name.replace(/\.$/, '')) && (port === undefined || port === '' || port === '443');
}

function isWorkingHubSpelling(host: string): boolean {
  return /^(?:https?:\/\/)?index\.docker\.io(?:\/v[12]\/|\/)?$/.test(host);
}

function isPort(port: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(port) && Number(port) <= 65_535;
}

/** The ASCII form (Punycode) of an internationalised name, as image references spell it. */
function asciiName(name: string): string {
  if (!/[^\0-\u007F]/.test(name)) return name;
  try {
    return new URL(`https://${name}`).hostname;
  } catch {
    return name;
  }
}
