import { allTenantsSections, consoleSections, tenantSections, type SectionText } from '../shell/sections.ts';

/** The keys that lead to a page after `g`. */
export const goKeys: Readonly<Record<SectionText, string>> = {
  secrets: 's',
  templates: 't',
  repositories: 'g',
  applications: 'a',
  resourceGroups: 'u',
  objectStores: 'b',
  genericSecrets: 'k',
  onboarding: 'n',
  overview: 'o',
  rollout: 'r',
  onboardMany: 'm',
  approvals: 'p',
  audit: 'l',
  connections: 'c',
};

export type KeyCommand =
  | { readonly kind: 'search' | 'help' }
  /** The first of two keys. */
  | { readonly kind: 'wait'; readonly keys: string }
  | { readonly kind: 'go'; readonly to: string };

interface Place {
  readonly path: string;
  /** The search part of the address, such as the resource group that a page is about; may be empty. */
  readonly search?: string;
  /** The id of the current tenant. */
  readonly tenant: string | undefined;
}

/** The sections of a tenant that have a page for creating something. */
const collections = [
  'docker-registry-secrets',
  'git-repositories',
  'applications',
  'resource-groups',
  'object-store-secrets',
  'generic-secrets',
];
/** Those where the new object belongs to the group or scope in the address. */
const placed = new Set(['object-store-secrets', 'generic-secrets']);
/** Those with a page that replaces credentials. */
const rotated = new Set(['docker-registry-secrets', 'git-repositories']);

/** What a key does (`letterOf`), after the keys pressed just before it; undefined if nothing. */
export function keyCommand(before: string, key: string, place: Place): KeyCommand | undefined {
  if (before === 'g') return goTo(sectionAddress(key, place.tenant));
  switch (key) {
    case '/':
      return { kind: 'search' };
    case '?':
      return { kind: 'help' };
    case 'g':
      return { kind: 'wait', keys: key };
    case 'n':
      return goTo(newAddress(place));
    case 'r':
      return goTo(rotateAddress(place.path));
    default:
      return undefined;
  }
}

function sectionAddress(key: string, tenant: string | undefined): string | undefined {
  const section = [...tenantSections, ...allTenantsSections, ...consoleSections].find(
    ({ text }) => goKeys[text] === key,
  );
  if (!section?.to.startsWith('/$tenant')) return section?.to;
  return tenant === undefined ? undefined : section.to.replace('$tenant', tenant);
}

/** Something of the kind that the page lists; elsewhere a secret. */
function newAddress({ path, search = '', tenant }: Place): string | undefined {
  const [first, section] = partsOf(path);
  if (first === 'connections') return '/connections/new';
  if (tenant === undefined) return undefined;
  const collection = first === tenant ? collections.find((one) => one === section) : undefined;
  const place = collection !== undefined && placed.has(collection) ? search : '';
  return `/${tenant}/${collection ?? collections[0]}/new${place}`;
}

/** Acts on the object that the page shows. */
function rotateAddress(path: string): string | undefined {
  const [tenant, section, name, ...rest] = partsOf(path);
  if (section === undefined || !rotated.has(section)) return undefined;
  if (name === undefined || name === 'new' || rest.length > 0) return undefined;
  return `/${tenant}/${section}/${name}/rotate`;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function goTo(to: string | undefined): KeyCommand | undefined {
  return to === undefined ? undefined : { kind: 'go', to };
}
