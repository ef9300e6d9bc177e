import { dockerHubHost } from '../registry/docker-hub.ts';
import { unfilledPiece } from '../text/placeholder.ts';

/** Why the kubelet rejects a text as an image reference. */
export type ImageProblem =
  | 'empty'
  | 'placeholder'
  | 'unfilled'
  | 'white-space'
  | 'scheme'
  | 'image-id'
  | 'bad-host'
  | 'capital-in-repository'
  | 'bad-component'
  | 'empty-tag'
  | 'bad-tag'
  | 'bad-digest'
  | 'too-long';

/** A normalised reference: `redis` has the registry `docker.io` and the repository `library/redis`. */
export interface ImageReference {
  readonly ok: true;
  /** Host, with its port if there is one; `docker.io` for Docker Hub. */
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

interface InvalidImageReference {
  readonly ok: false;
  readonly problem: ImageProblem;
  /** The part of the text that is wrong, if it can be located. */
  readonly part?: string;
}

export const dockerHubRegistry = 'docker.io';

const maxRepositoryLength = 255;
const componentPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const ipv6Host = /^\[[a-fA-F0-9:]+\]$/;
const hostLabel = /^(?!-)[a-zA-Z0-9-]+(?<!-)$/;
const port = /^[0-9]+$/;

/**
 * Parses an image reference by the grammar and the Docker Hub defaults of the container runtimes
 * (https://github.com/distribution/reference). Never throws. A part that still has to be filled in by hand and a
 * template placeholder `{{…}}` in the name are problems of their own; a tag or digest that contains a placeholder is
 * dropped, because it does not affect which credentials are used.
 */
export function parseImageReference(text: string): ImageReference | InvalidImageReference {
  if (text === '') return { ok: false, problem: 'empty' };
  const unfilled = unfilledPiece(text);
  if (unfilled !== undefined) return { ok: false, problem: 'unfilled', part: unfilled };
  if (text.includes('{{')) return parseWithOpenTag(text);
  if (/\s/.test(text)) return { ok: false, problem: 'white-space' };
  if (text.includes('://')) return { ok: false, problem: 'scheme' };
  if (/^[a-f0-9]{64}$/.test(text)) return { ok: false, problem: 'image-id', part: text };

  const { registry, remainder } = splitRegistry(text);
  const [named, digest] = cut(remainder, '@');
  const [repository, tag] = cut(named, ':');
  const problem =
    findRepositoryProblem(registry, repository) ?? findTagProblem(tag) ?? findDigestProblem(digest);
  if (problem !== undefined) return problem;
  return {
    ok: true,
    registry,
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Reads a reference with a `{{…}}`, which is possible if the placeholder is only in the tag or digest. */
function parseWithOpenTag(text: string): ImageReference | InvalidImageReference {
  const head = text.slice(0, text.indexOf('{{'));
  const tail = text.slice(head.length).replace(/\{\{[^{}]*\}\}/g, '');
  const nameStart = head.lastIndexOf('/') + 1;
  const separator = head.slice(nameStart).search(/[:@]/);
  return separator < 1 || /[{}/]/.test(tail)
    ? { ok: false, problem: 'placeholder' }
    : parseImageReference(head.slice(0, nameStart + separator));
}

/** The first component is a host only if it could not be a Docker Hub organisation. */
function splitRegistry(text: string): { registry: string; remainder: string } {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const isHost = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
  const registry = !isHost || first === dockerHubHost ? dockerHubRegistry : first;
  const remainder = isHost ? text.slice(slash + 1) : text;
  const isOfficial = registry === dockerHubRegistry && !remainder.includes('/');
  return { registry, remainder: isOfficial ? `library/${remainder}` : remainder };
}

function findRepositoryProblem(registry: string, repository: string): InvalidImageReference | undefined {
  // If the first component is not a valid host, it may still be the start of a path, as in `my_registry.example`.
  const isHost = isDomain(registry);
  if (!isHost && !componentPattern.test(registry)) return { ok: false, problem: 'bad-host', part: registry };
  const components = repository.split('/');
  const capital = components.find((component) => component.toLowerCase() !== component);
  if (capital !== undefined) return { ok: false, problem: 'capital-in-repository', part: capital };
  const bad = components.find((component) => !componentPattern.test(component));
  if (bad !== undefined) return { ok: false, problem: 'bad-component', part: bad };
  const path = isHost ? repository : `${registry}/${repository}`;
  return path.length > maxRepositoryLength ? { ok: false, problem: 'too-long' } : undefined;
}

function findTagProblem(tag: string | undefined): InvalidImageReference | undefined {
  if (tag === '') return { ok: false, problem: 'empty-tag' };
  return tag === undefined || tagPattern.test(tag) ? undefined : { ok: false, problem: 'bad-tag', part: tag };
}

function findDigestProblem(digest: string | undefined): InvalidImageReference | undefined {
  return digest === undefined || digestPattern.test(digest)
    ? undefined
    : { ok: false, problem: 'bad-digest', part: digest };
}

function isDomain(registry: string): boolean {
  const colon = registry.startsWith('[') ? registry.indexOf(']:') + 1 : registry.indexOf(':');
  const host = colon > 0 ? registry.slice(0, colon) : registry;
  if (colon > 0 && !port.test(registry.slice(colon + 1))) return false;
  return ipv6Host.test(host) || host.split('.').every((label) => hostLabel.test(label));
}

function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
