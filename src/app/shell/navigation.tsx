import Box from '@mui/material/Box';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTokenNeeds } from '../../api/bearer-tokens.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { useRunBadge } from '../../ui/run/run-badge.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useCurrentTenant } from '../tenant/current-tenant.ts';
import { useExpiredCount, useReadCount } from './navigation-counts.ts';
import { useOfferedSections } from './offered-sections.ts';
import { consoleSections, tenantSections, type SectionText } from './sections.ts';

/** The links to all sections of the console. */
export function Navigation({ connections }: { connections: readonly Connection[] }) {
  const { nav } = useTexts('common');
  const current = useCurrentTenant(connections);
  const tokenNeeds = useTokenNeeds().length;
  const offered = useOfferedSections();
  const runBadge = useRunBadge();

  return (
    <Box sx={navigationStyle}>
      {current && <TenantLinks connection={current} />}
      <NavigationGroup label={nav.allTenantsGroup}>
        {offered.map(({ to, text, Icon }) => (
          <NavigationLink key={to} to={to} Icon={Icon} label={nav[text]}>
            {text === 'overview' && connections.length > 1 && connections.length}
            {text === 'rollout' && runBadge}
          </NavigationLink>
        ))}
      </NavigationGroup>
      <NavigationGroup label={nav.consoleGroup}>
        {consoleSections.map(({ to, text, Icon }) => (
          <NavigationLink key={to} to={to} Icon={Icon} label={nav[text]} urgent>
            {tokenNeeds > 0 && nav.needToken(tokenNeeds)}
          </NavigationLink>
        ))}
      </NavigationGroup>
    </Box>
  );
}

function TenantLinks({ connection }: { connection: Connection }) {
  const { nav } = useTexts('common');
  const expired = useExpiredCount(connection);
  const counts: Partial<Record<SectionText, number | undefined>> = {
    secrets: useReadCount(connection, 'dockerRegistrySecrets'),
    repositories: useReadCount(connection, 'repositories'),
    applications: useReadCount(connection, 'applications'),
    resourceGroups: useReadCount(connection, 'resourceGroups'),
  };
  return (
    <NavigationGroup label={nav.tenantGroup(connection.label)} bare>
      {tenantSections.map(({ to, text, Icon }) => {
        const urgent = text === 'secrets' && expired > 0;
        return (
          <NavigationLink
            key={to}
            to={to}
            params={{ tenant: connection.id }}
            Icon={Icon}
            label={nav[text]}
            urgent={urgent}
          >
            {urgent ? nav.expired(expired) : counts[text]}
          </NavigationLink>
        );
      })}
    </NavigationGroup>
  );
}

/** With `bare` the element above already is its heading. */
function NavigationGroup(props: { label: string; bare?: boolean; children: ReactNode }) {
  const { label, bare = false, children } = props;
  return (
    <section aria-label={label}>
      {!bare && <div className="group">{label}</div>}
      <ul>{children}</ul>
    </section>
  );
}

interface NavigationLinkProps extends Pick<LinkProps, 'to' | 'params'> {
  readonly Icon: LucideIcon;
  readonly label: string;
  /** What is beside the link needs attention. */
  readonly urgent?: boolean;
  readonly children?: ReactNode;
}

/** What is beside the link is not part of the link's name. */
function NavigationLink({ Icon, label, urgent = false, children, ...link }: NavigationLinkProps) {
  return (
    <li>
      <Link {...link} title={label}>
        <Icon {...iconProps} />
        <span>{label}</span>
      </Link>
      <span className={urgent ? 'count urgent' : 'count'}>{children}</span>
    </li>
  );
}

const rail = '@media (min-width: 640px) and (max-width: 1023.95px)';

const navigationStyle = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  // Room for the mark at the window's edge and for the focus ring.
  mx: -1.5,
  px: 1.5,
  py: 0.5,
  '& section + section': { mt: 1 },
  '& .group': {
    p: '4px 8px',
    color: 'text.disabled',
    fontSize: '0.6875rem',
    lineHeight: '1rem',
    overflowWrap: 'anywhere',
  },
  '& ul': { m: 0, p: 0, listStyle: 'none' },
  '& li': { position: 'relative' },
  '& a': {
    display: 'flex',
    alignItems: 'center',
    gap: 1,
    height: 32,
    px: 1,
    borderRadius: '6px',
    color: 'text.secondary',
    textDecoration: 'none',
    '@media (pointer: coarse)': { height: 44 },
  },
  '& a:hover': { bgcolor: 'ground.press', color: 'text.primary' },
  '& a:focus-visible': { outlineOffset: -2 },
  '& a svg': { flex: 'none', color: 'text.disabled' },
  '& a[aria-current=page]': {
    bgcolor: 'background.paper',
    color: 'text.primary',
    boxShadow: 'inset 0 0 0 1px var(--mui-palette-divider)',
    // Not on all sides, which would look like the focus ring.
    '@media (forced-colors: active)': { borderLeft: '4px solid Highlight' },
  },
  '& a[aria-current=page] svg': { color: 'accent.text' },
  '& a[aria-current=page]::before': {
    content: '""',
    position: 'absolute',
    top: 8,
    bottom: 8,
    left: -12,
    width: 3,
    borderRadius: '0 2px 2px 0',
    bgcolor: 'primary.main',
  },
  '& .count': {
    position: 'absolute',
    top: '50%',
    right: 8,
    transform: 'translateY(-50%)',
    pointerEvents: 'none',
    typography: 'caption',
    color: 'text.disabled',
  },
  '& .count.urgent': { color: 'error.main' },
  // Icons only; their names are spoken, and shown as tooltips.
  [rail]: {
    mx: -1,
    px: 1,
    '& .group, & .count': { display: 'none' },
    '& a': { justifyContent: 'center' },
    '& a > span': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& a[aria-current=page]::before': { left: -8 },
  },
} as const;
