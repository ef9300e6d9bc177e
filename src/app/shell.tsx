import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTokenNeeds } from '../api/bearer-tokens.ts';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ColourSchemeButton } from './colour-scheme-button.tsx';
import { Navigation } from './navigation.tsx';
import { TenantSwitcher } from './tenant-switcher.tsx';
import { useConnections } from './use-connections.ts';

const TokenRequests = lazyPart(() => import('../connections/token-requests.tsx'), 'TokenRequests');

const barHeight = 56;
const navigationWidth = 240;

/** Bar, navigation and the page; below 900 px the navigation folds away behind its button. */
export function Shell() {
  const texts = useTexts('common');
  const connections = useConnections();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const needsToken = useTokenNeeds().length > 0;
  // Where a missing /config.json is made good.
  const isConnections = /^\/connections(?:\/|$)/.test(path);
  const [menuPath, setMenuPath] = useState<string>();
  // Open only on the page where it was opened: following a link closes it.
  const menuOpen = menuPath === path;

  return (
    <>
      <Box component="a" href="#content" sx={skipLinkStyle}>
        {texts.skipToContent}
      </Box>
      <Box component="header" sx={barStyle}>
        <Button
          onClick={() => setMenuPath(menuOpen ? undefined : path)}
          aria-expanded={menuOpen}
          aria-controls="navigation"
          color="inherit"
          sx={{ display: { md: 'none' }, minWidth: 0, px: 1 }}
        >
          {texts.menu}
        </Button>
        <Box sx={{ fontWeight: 650, mr: 'auto', display: { xs: 'none', sm: 'block' }, whiteSpace: 'nowrap' }}>
          {texts.productName}
        </Box>
        {connections.data && <TenantSwitcher connections={connections.data} />}
        <ColourSchemeButton />
      </Box>
      <Box sx={{ display: { md: 'flex' }, minHeight: `calc(100vh - ${barHeight}px)` }}>
        <Box
          component="nav"
          id="navigation"
          aria-label={texts.navigation}
          sx={{ ...navigationStyle, display: { xs: menuOpen ? 'block' : 'none', md: 'block' } }}
        >
          <Navigation />
        </Box>
        <Box component="main" id="content" tabIndex={-1} sx={contentStyle}>
          {needsToken && connections.data && <TokenRequests connections={connections.data} />}
          {connections.data || isConnections ? (
            <Outlet />
          ) : connections.error ? (
            <ErrorState error={connections.error} onRetry={() => void connections.refetch()} />
          ) : (
            <LoadingState />
          )}
        </Box>
      </Box>
    </>
  );
}

const barStyle = {
  height: barHeight,
  px: { xs: 1, md: 3 },
  gap: 1.5,
  display: 'flex',
  alignItems: 'center',
  color: '#fff',
  bgcolor: 'var(--shell-bar)',
  '--focus-ring': '#fff',
  position: 'sticky',
  top: 0,
  zIndex: 'appBar',
  '@media print': { display: 'none' },
} as const;

const navigationStyle = {
  width: { md: navigationWidth },
  flex: 'none',
  boxSizing: 'border-box',
  bgcolor: 'background.paper',
  borderRight: { md: 1 },
  borderBottom: { xs: 1, md: 0 },
  borderColor: { xs: 'divider', md: 'divider' },
  position: { md: 'sticky' },
  top: barHeight,
  height: { md: `calc(100vh - ${barHeight}px)` },
  overflow: 'auto',
  '@media print': { display: 'none' },
} as const;

const contentStyle = {
  flex: 1,
  minWidth: 0,
  px: { xs: 2, md: 4 },
  py: { xs: 2.5, md: 3.5 },
  maxWidth: 1360,
  outline: 'none',
} as const;

const skipLinkStyle = {
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: 'tooltip',
  px: 2,
  py: 1,
  bgcolor: 'background.paper',
  color: 'primary.main',
  borderRadius: 1,
  transform: 'translateY(-200%)',
  '&:focus': { transform: 'none' },
} as const;
