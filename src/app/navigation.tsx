import Box from '@mui/material/Box';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../ui/texts/texts.ts';
import { useCurrentTenant } from './current-tenant.ts';
import { useConnections } from './use-connections.ts';

export function Navigation() {
  const { nav } = useTexts('common');
  const connections = useConnections().data ?? [];
  const current = useCurrentTenant(connections) ?? connections[0];
  const params = { tenant: current?.id ?? '' };

  return (
    <Box sx={{ py: 2, px: 1.5 }}>
      {current && (
        <NavigationGroup label={nav.tenantGroup(current.label)}>
          <NavigationLink to="/$tenant/docker-registry-secrets" params={params}>
            {nav.secrets}
          </NavigationLink>
          <NavigationLink to="/$tenant/templates" params={params}>
            {nav.templates}
          </NavigationLink>
          <NavigationLink to="/$tenant/git-repositories" params={params}>
            {nav.repositories}
          </NavigationLink>
          <NavigationLink to="/$tenant/onboarding" params={params}>
            {nav.onboarding}
          </NavigationLink>
        </NavigationGroup>
      )}
      <NavigationGroup label={nav.allTenantsGroup}>
        <NavigationLink to="/overview">{nav.overview}</NavigationLink>
        <NavigationLink to="/rollout">{nav.rollout}</NavigationLink>
      </NavigationGroup>
      <NavigationGroup label={nav.consoleGroup}>
        <NavigationLink to="/connections">{nav.connections}</NavigationLink>
      </NavigationGroup>
    </Box>
  );
}

function NavigationGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={label} sx={{ mb: 2.5 }}>
      <Box
        sx={{
          px: 1.5,
          pb: 0.75,
          typography: 'caption',
          fontWeight: 600,
          color: 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        {label}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {children}
      </Box>
    </Box>
  );
}

function NavigationLink({ children, ...link }: Pick<LinkProps, 'to' | 'params'> & { children: ReactNode }) {
  return (
    <Box component="li" sx={linkStyle}>
      <Link {...link}>{children}</Link>
    </Box>
  );
}

const linkStyle = {
  '& a': {
    display: 'block',
    px: 1.5,
    py: 0.9,
    borderRadius: 1,
    color: 'text.primary',
    textDecoration: 'none',
    typography: 'body2',
  },
  '& a:hover': { bgcolor: 'action.hover' },
  '& a[aria-current=page]': { bgcolor: 'action.selected', color: 'primary.main', fontWeight: 600 },
} as const;
