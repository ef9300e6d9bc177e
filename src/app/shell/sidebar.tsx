import Box from '@mui/material/Box';
import type { Connection } from '../../domain/connection/connection.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useCurrentTenant } from '../tenant/current-tenant.ts';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx';

interface SidebarProps {
  readonly connections: readonly Connection[] | undefined;
  /** The tenants are not known yet: whatever depends on them appears together with them. */
  readonly pending: boolean;
}

/** The console's name, the tenant and the navigation; a rail of icons below 1024 pixels. */
export function Sidebar({ connections, pending }: SidebarProps) {
  const texts = useTexts('common');
  const current = useCurrentTenant(connections ?? []);
  return (
    <Box component="nav" id="navigation" aria-label={texts.navigation} sx={sidebarStyle}>
      <Box sx={brandStyle}>
        <Logo />
        <Box component="span" sx={wideOnly}>
          {texts.productName}
        </Box>
      </Box>
      {connections && <TenantSwitcher connections={connections} />}
      {!pending && <Navigation connections={connections ?? []} />}
      {current?.demo && <Box sx={{ ...footStyle, ...wideOnly }}>{texts.tenant.demoHint}</Box>}
    </Box>
  );
}

const wideOnly = { display: { xs: 'none', md: 'block' } } as const;

const sidebarStyle = {
  position: 'sticky',
  top: 0,
  // Above the top bar, because the list of tenants overlaps the sheet.
  zIndex: 'drawer',
  display: 'flex',
  flexDirection: 'column',
  gap: 1.5,
  flex: 'none',
  boxSizing: 'border-box',
  width: { sm: 56, md: 240 },
  height: '100vh',
  px: { sm: 1, md: 1.5 },
  pb: 2,
  bgcolor: 'ground.frame',
  '@media print': { display: 'none' },
} as const;

const brandStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: { sm: 'center', md: 'flex-start' },
  gap: 1,
  height: 48,
  mb: -1.5,
  px: 0.5,
  fontWeight: 600,
  letterSpacing: '-0.005em',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
} as const;

const footStyle = { px: 1, color: 'text.disabled', fontSize: '0.6875rem', lineHeight: '1rem' } as const;
