import type { HostParts } from './host-parts.ts';

/** A web page about a registry; `registry` is the host to pull from, if the page reveals it. */
export interface WebAddress {
  readonly registry?: string;
}

/** Hosts that serve pages but no images, with the host that serves the images; '' if the page does not reveal it. */
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
 * Recognises the address of a web page (a project in GitLab, a repository in Harbor, JFrog or a cloud console) that was
 * entered as a registry's host; undefined for anything else. Case and scheme are ignored.
 */
export function readWebAddress(parts: HostParts): WebAddress | undefined {
  const name = parts.name.toLowerCase();
  const segments = parts.path.split('/').filter((segment) => segment !== '');
  const told = consoleRegistry(name, segments, parts.query);
  const listed = told ?? (Object.hasOwn(pageHosts, name) ? pageHosts[name] : undefined);
  if (listed !== undefined) return listed === '' ? {} : { registry: listed };
  if (name.endsWith('.console.aws.amazon.com')) return {};
  // A project page of a self-hosted GitLab: its registry's port or name cannot be derived.
  if (segments.includes('container_registry')) return {};
  if (!isPageOfRegistry(name, segments)) return undefined;
  return { registry: parts.port === undefined ? name : `${name}:${parts.port}` };
}

/** The registry shown by a page of a cloud console. */
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

/** Pages served by the registry's own host. */
function isPageOfRegistry(name: string, [first = '', second = '']: readonly string[]): boolean {
  if (first === 'harbor') return ['projects', 'sign-in', 'logs'].includes(second);
  // No JFrog image has this path component: it belongs to the web application.
  if (first === 'artifactory' || (first === 'ui' && name.endsWith('.jfrog.io'))) return true;
  return name === 'quay.io' && ['repository', 'organization', 'user'].includes(first);
}
