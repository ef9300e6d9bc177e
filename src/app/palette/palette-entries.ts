import type { Repository } from '../../api/repositories.ts';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import { mayWrite } from '../../domain/connection/access.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { expiryState } from '../../domain/token/expiry.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';
import { allTenantsSections, consoleSections, tenantSections, type SectionText } from '../shell/sections.ts';

export type PaletteGroup =
  | 'actions'
  | 'recent'
  | 'secrets'
  | 'repositories'
  | 'applications'
  | 'pages'
  | 'tenants';
export type PaletteIcon =
  | SectionText
  | 'rotate'
  | 'add'
  | 'tenant'
  | 'recent'
  | 'light'
  | 'dark'
  | 'system'
  | 'rows'
  | 'keyboard'
  | 'history';

/** An action where the user is. */
type PaletteAct =
  | { readonly kind: 'colours'; readonly scheme: 'light' | 'dark' | 'system' }
  | { readonly kind: 'rows'; readonly compact: boolean }
  | { readonly kind: 'shortcuts' | 'remembered' };

export interface PaletteEntry {
  readonly group: PaletteGroup;
  readonly icon: PaletteIcon;
  /** A label in words, followed by a name in code type. */
  readonly label?: string | undefined;
  readonly name?: string | undefined;
  /** On the right: something worth knowing about it. */
  readonly note?: string | undefined;
  readonly tone?: 'warning' | 'error' | undefined;
  /** Urgent: first in its group, and listed without a query too. */
  readonly urgent?: boolean;
  /** Only found by a query. */
  readonly hidden?: boolean;
  readonly leadsTo: string | PaletteAct;
}

interface PaletteContent {
  readonly texts: Catalogue['shell'];
  readonly common: Catalogue['common'];
  readonly connections: readonly Connection[];
  readonly current: Connection | undefined;
  readonly secrets: readonly { readonly name: string }[];
  readonly remembered: ReadonlyMap<string, RememberedSecret>;
  readonly repositories: readonly Repository[];
  readonly applications: readonly { readonly name: string }[];
  /** The sections about all tenants that this gateway offers. */
  readonly offered?: typeof allTenantsSections;
  /** The addresses of pages visited before, latest first. */
  readonly visited: readonly string[];
  readonly addressOf: (connection: Connection) => string;
  readonly now: Date;
}

/** Everything the palette can find, each group in display order. */
export function paletteEntries(content: PaletteContent): PaletteEntry[] {
  const { texts, common, connections, current, visited, offered = allTenantsSections } = content;
  const sections = [...(current ? tenantSections : []), ...offered, ...consoleSections];
  return [
    ...(current ? tenantActions(content, current) : []),
    ...consoleActions(texts, common, connections),
    ...visited.map((path) => recentEntry(path, content)),
    ...(current ? thingsOf(content, current) : []),
    ...sections.map(({ to, text }): PaletteEntry => ({
      group: 'pages',
      icon: text,
      label: common.nav[text],
      leadsTo: current ? to.replace('$tenant', current.id) : to,
    })),
    ...connections.map((connection): PaletteEntry => ({
      group: 'tenants',
      icon: 'tenant',
      label: connection.label,
      note: connection.demo ? common.tenant.demo : undefined,
      leadsTo: content.addressOf(connection),
    })),
  ];
}

function tenantActions(
  { texts: { palette }, secrets, remembered, now }: PaletteContent,
  connection: Connection,
): PaletteEntry[] {
  const { id } = connection;
  const mayRotate = mayWrite(connection, 'dockerRegistrySecrets');
  const rotations = (mayRotate ? secrets : []).map(({ name }) => {
    const state = expiryState(remembered.get(name)?.expiresAt, now);
    const days = state.kind === 'soon' || state.kind === 'expired' ? state.days : undefined;
    const entry: PaletteEntry = {
      group: 'actions',
      icon: 'rotate',
      label: palette.rotate,
      name,
      leadsTo: `/${id}/docker-registry-secrets/${name}/rotate`,
      ...(days === undefined
        ? { hidden: true }
        : {
            urgent: true,
            note: palette.urgent(state.kind === 'expired' ? -1 : days),
            tone: state.kind === 'expired' ? 'error' : 'warning',
          }),
    };
    return { entry, days: days ?? Number.POSITIVE_INFINITY };
  });
  return [
    ...rotations.toSorted((a, b) => a.days - b.days || 0).map(({ entry }) => entry),
    ...(mayRotate ? [action(palette.registerSecret, 'add', `/${id}/docker-registry-secrets/new`)] : []),
    ...(mayWrite(connection, 'repositories')
      ? [action(palette.addRepository, 'add', `/${id}/git-repositories/new`)]
      : []),
    ...(mayWrite(connection, 'applications')
      ? [action(palette.addApplication, 'add', `/${id}/applications/new`)]
      : []),
    ...(mayWrite(connection, 'resourceGroups')
      ? [action(palette.addResourceGroup, 'add', `/${id}/resource-groups/new`)]
      : []),
    ...(mayWrite(connection, 'objectStoreSecrets')
      ? [action(palette.registerObjectStore, 'add', `/${id}/object-store-secrets/new`)]
      : []),
    ...(mayWrite(connection, 'secrets')
      ? [action(palette.registerGenericSecret, 'add', `/${id}/generic-secrets/new`)]
      : []),
  ];
}

function consoleActions(
  { palette, settings }: Catalogue['shell'],
  { colourScheme }: Catalogue['common'],
  connections: readonly Connection[],
): PaletteEntry[] {
  // People who may write nowhere cannot roll out; without any tenant, the page explains what to do.
  const mayRollOut =
    connections.length === 0 ||
    connections.some((one) => mayWrite(one, 'dockerRegistrySecrets') || mayWrite(one, 'repositories'));
  const schemes = ['system', 'light', 'dark'] as const;
  return [
    ...(mayRollOut
      ? [
          action(palette.rollOut, 'rollout', '/rollout'),
          action(palette.onboardMany, 'onboarding', '/onboarding'),
        ]
      : []),
    action(palette.addConnection, 'add', '/connections/new'),
    action(settings.shortcuts, 'keyboard', { kind: 'shortcuts' }),
    action(settings.remembered, 'history', { kind: 'remembered' }),
    ...schemes.map((scheme) =>
      action(palette.colours(colourScheme[scheme]), scheme, { kind: 'colours', scheme }),
    ),
    action(palette.rows(settings.regular), 'rows', { kind: 'rows', compact: false }),
    action(palette.rows(settings.compact), 'rows', { kind: 'rows', compact: true }),
  ];
}

function thingsOf(
  { secrets, remembered, repositories, applications, texts }: PaletteContent,
  { id }: Connection,
): PaletteEntry[] {
  return [
    ...secrets.map(({ name }): PaletteEntry => ({
      group: 'secrets',
      icon: 'secrets',
      name,
      note: remembered
        .get(name)
        ?.registries.map(({ host }) => host)
        .join(', '),
      hidden: true,
      leadsTo: `/${id}/docker-registry-secrets/${name}`,
    })),
    ...repositories.map(({ name, status }): PaletteEntry => ({
      group: 'repositories',
      icon: 'repositories',
      name,
      note: status === 'ERROR' ? texts.palette.failed : undefined,
      tone: 'error',
      hidden: true,
      leadsTo: `/${id}/git-repositories/${name}`,
    })),
    ...applications.map(({ name }): PaletteEntry => ({
      group: 'applications',
      icon: 'applications',
      name,
      hidden: true,
      leadsTo: `/${id}/applications/${name}`,
    })),
  ];
}

/** Derived from the address: the name of the object or page, and its tenant. */
function recentEntry(path: string, { connections, common }: PaletteContent): PaletteEntry {
  const [first, section, name, act] = path.split('/').filter((part) => part !== '');
  const tenant = connections.find(({ id }) => id === first);
  const sections = [...tenantSections, ...allTenantsSections, ...consoleSections];
  const part = sections.find(({ segment }) => segment === (tenant ? section : first));
  const ofPart = part && common.nav[part.text];
  const verb = common.nav.acts.find(([word]) => word === (act ?? (tenant ? name : section)))?.[1];
  const thing = tenant ? name : undefined;
  return {
    group: 'recent',
    icon: 'recent',
    label: verb ?? (thing === undefined ? (ofPart ?? path) : undefined),
    name: thing === 'new' ? undefined : thing,
    note: [verb !== undefined || thing !== undefined ? ofPart : undefined, tenant?.label]
      .filter((word) => word !== undefined)
      .join(' · '),
    leadsTo: path,
  };
}

function action(label: string, icon: PaletteIcon, leadsTo: string | PaletteAct): PaletteEntry {
  return { group: 'actions', icon, label, leadsTo };
}
