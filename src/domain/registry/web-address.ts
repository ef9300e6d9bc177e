import type { HostParts } from './host-parts.ts';

/** A page that a browser shows of a registry; `registry` is the host to pull from, where the page tells it. */
export interface WebAddress {
  readonly registry?: string;
}

/** Hosts that serve pages and no images, with the host that serves the images; '' where the page does not tell. */
const pageHosts: Readonly<Record<string, string>> = {
  'github.com': 'ghcr.io',
  'www.github.com': 'ghcr.io',
  'gitlab.com': 'registry.gitlab.com',
  'about.gitlab.com': 'registry.gitlab.com',
  'gallery.ecr.aws': 'public.ecr.aws',
  'access.redhat.com': 'registry.redhat.io',
  'catalog.redhat.com': 'registry.redhat.io',
  'catalog.ngc.nvidia.com': 'nvcr.io',
  'ngc.nvidia.com': 'nvcr.io',
  'org.ngc.nvidia.com': 'nvcr.io',
  'cloud.digitalocean.com': 'registry.digitalocean.com',
  'cloud.ibm.com': '',
  'cloud.oracle.com': '',
  'console.aws.amazon.com': '',
  'console.cloud.google.com': '',
  'console.scaleway.com': '',
  'cr.console.aliyun.com': '',
  'portal.azure.com': '',
  'ui.repositories.cloud.sap': '',
};

/**
 * Recognises the address of a page (a project in GitLab, a repository in Harbor, JFrog or a cloud's console) in
 * what was typed as a registry's host; undefined for anything else. Case and scheme do not count.
 */
export function readWebAddress(parts: HostParts): WebAddress | undefined {
  const name = parts.name.toLowerCase();
  const segments = parts.path.split('/').filter((segment) => segment !== '');
  const told = consoleRegistry(name, segments, parts.query);
  const listed = told ?? (Object.hasOwn(pageHosts, name) ? pageHosts[name] : undefined);
  if (listed !== undefined) return listed === '' ? {} : { registry: listed };
  if (name.endsWith('.console.aws.amazon.com')) return {};
  // A project's page on a GitLab of one's own: its registry has a port or a name that nothing here tells.
  if (segments.includes('container_registry')) return {};
  if (!isPageOfRegistry(name, segments)) return undefined;
  return { registry: parts.port === undefined ? name : `${name}:${parts.port}` };
}

/** The registry that the page of a cloud's console is about. */
function consoleRegistry(name: string, segments: readonly string[], query: string): string | undefined {
  if (name === 'console.cloud.google.com' && segments[0] === 'artifacts' && segments[1] === 'docker') {
    return segments[3] === undefined ? undefined : `${segments[3]}-docker.pkg.dev`;
  }
  if (name === 'console.scaleway.com' && segments[0] === 'registry' && segments[1] === 'namespaces') {
    return segments[2] === undefined ? undefined : `rg.${segments[2]}.scw.cloud`;
  }
  const region =
    /^([a-z0-9-]+)\.console\.aws\.amazon\.com$/.exec(name)?.[1] ?? /[?&]region=([a-z0-9-]+)/.exec(query)?.[1];
  const account = segments[0] === 'ecr' ? segments.find((segment) => /^[0-9]{12}$/.test(segment)) : undefined;
  const isAws = name === 'console.aws.amazon.com' || name.endsWith('.console.aws.amazon.com');
  return isAws && region !== undefined && account !== undefined
    ? `${account}.dkr.ecr.${region}.amazonaws.com`
    : undefined;
}

/** Pages that are served by the registry's own host. */
function isPageOfRegistry(name: string, [first = '', second = '']: readonly string[]): boolean {
  if (first === 'harbor') return ['projects', 'sign-in', 'logs'].includes(second);
  // No image of JFrog has this component: it is the web application's.
  if (first === 'artifactory' || (first === 'ui' && name.endsWith('.jfrog.io'))) return true;
  return name === 'quay.io' && ['repository', 'organization', 'user'].includes(first);
}
