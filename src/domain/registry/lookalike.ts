import { dockerHubKey } from './docker-hub.ts';

const dockerHubName = 'docker.io';
/** Registries whose hosts are typed from memory and are the same for everyone. */
const knownHosts = [
  dockerHubName,
  'ghcr.io',
  'quay.io',
  'nvcr.io',
  'public.ecr.aws',
  'registry.gitlab.com',
  'registry.redhat.io',
  'registry.digitalocean.com',
];
/** Registries in their own right that resemble another one. */
const others = new Set(['gcr.io', 'icr.io']);
/** Endings that are often mistaken for a known registry's. */
const otherEndings = new Set(['com', 'net', 'org', 'co', 'dev', 'oi']);
/** The ends of hosts that start with a customer's own name. */
const knownEnds = ['azurecr.io', 'amazonaws.com', 'jfrog.io', 'pkg.dev'];

/**
 * The known registry that this host (in lower case, without port) resembles: one letter more, fewer or different, two
 * swapped, or another ending. The owner of such a host receives the credentials of everyone who mistypes.
 */
export function lookalikeOf(name: string): string | undefined {
  if (others.has(name)) return undefined;
  const host = knownHosts.find((known) => isAlmost(name, known) || isSameButEnding(name, known));
  if (host !== undefined) return host === dockerHubName ? dockerHubKey : host;
  const labels = name.split('.');
  const own = labels.slice(0, -2);
  const end = labels.slice(-2).join('.');
  const known = own.length === 0 ? undefined : knownEnds.find((one) => isAlmost(end, one));
  return known && [...own, known].join('.');
}

function isSameButEnding(name: string, known: string): boolean {
  const [label, ending = '', ...more] = name.split('.');
  const [knownLabel, , ...knownMore] = known.split('.');
  return label === knownLabel && otherEndings.has(ending) && more.length === 0 && knownMore.length === 0;
}

/** One letter inserted, removed or replaced, or two neighbours swapped. */
function isAlmost(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left.charAt(start) === right.charAt(start)) start += 1;
  const leftRest = left.slice(start);
  const rightRest = right.slice(start);
  return (
    leftRest.slice(1) === rightRest.slice(1) ||
    leftRest.slice(1) === rightRest ||
    leftRest === rightRest.slice(1) ||
    (leftRest.slice(2) === rightRest.slice(2) &&
      leftRest.charAt(0) === rightRest.charAt(1) &&
      leftRest.charAt(1) === rightRest.charAt(0))
  );
}
