import Box from '@mui/material/Box';
import { Button } from '../../ui/buttons/button.tsx';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { readSignInRequest, subscribeToSignIn } from '../../api/session/sign-in-again.ts';
import { useTokenNeeds } from '../../api/bearer-tokens.ts';
import { BelowBanner } from '../../ui/feedback/below-banner.tsx';
import { ErrorState } from '../../ui/feedback/error-state.tsx';
import { LoadingState } from '../../ui/feedback/loading-state.tsx';
import { ToastArea } from '../../ui/toasts/toast-area.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { useIsPhone } from '../../ui/media/use-media.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { ColourSchemeButton } from './colour-scheme-button.tsx';
import { Panels } from './panels.tsx';
import { Navigation } from './navigation.tsx';
import { PrintLine } from './print-line.tsx';
import { Sidebar } from './sidebar.tsx';
import { useCurrentTenant } from '../tenant/current-tenant.ts';
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx';
import { useConnections } from '../use-connections.ts';

const TokenRequests = lazyPart(() => import('../../connections/token-requests.tsx'), 'TokenRequests');
const ExposedBanner = lazyPart(() => import('../access/exposed-banner.tsx'), 'ExposedBanner');
const SignInAgain = lazyPart(() => import('../session/sign-in-again.tsx'), 'SignInAgain');

/**
 * The frame of sidebar and top bar, with the page as a sheet inside. On a phone there is no sidebar: the tenant is in
 * the bar, and the navigation unfolds below it.
 */
export function Shell() {
  const texts = useTexts('common');
  const connections = useConnections();
  const known = connections.data ?? [];
  const current = useCurrentTenant(known);
  const phone = useIsPhone();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const signInRequest = useSyncExternalStore(subscribeToSignIn, readSignInRequest);
  const needsToken = useTokenNeeds().length > 0;
  // The page where a missing /config.json can be made up for.
  const isConnections = /^\/connections(?:\/|$)/.test(path);
  const [menuPath, setMenuPath] = useState<string>();
  // Only open on the page where it was opened: following a link closes it.
  const menuOpen = menuPath === path;

  return (
    <>
      <Box component="a" href="#content" sx={skipLinkStyle}>
        {texts.skipToContent}
      </Box>
      <Box sx={{ display: { sm: 'flex' } }}>
        {!phone && (
          <Sidebar connections={connections.data} pending={!connections.data && !connections.error} />
        )}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box component="header" sx={barStyle}>
            {phone && (
              <Button
                onClick={() => setMenuPath(menuOpen ? undefined : path)}
                aria-expanded={menuOpen}
                aria-controls="navigation"
                aria-label={texts.menu}
              >
                <Menu {...iconProps} />
              </Button>
            )}
            {phone && connections.data && <TenantSwitcher connections={connections.data} />}
            <Breadcrumbs connections={known} />
            <Box sx={barEndStyle}>
              {!phone && <ColourSchemeButton />}
              <Panels connections={known} current={current} phone={phone} />
            </Box>
          </Box>
          {phone && menuOpen && (
            <Box component="nav" id="navigation" aria-label={texts.navigation} sx={phoneMenuStyle}>
              <Navigation connections={known} />
            </Box>
          )}
          <Box component="main" id="content" tabIndex={-1} sx={sheetStyle}>
            <PrintLine current={current} />
            {signInRequest && <SignInAgain request={signInRequest} />}
            {needsToken && connections.data && <TokenRequests connections={connections.data} />}
            {connections.data || isConnections ? (
              <BelowBanner part={ExposedBanner} banner={connections.exposed && <ExposedBanner />}>
                <Outlet />
              </BelowBanner>
            ) : connections.error ? (
              <ErrorState error={connections.error} onRetry={() => void connections.refetch()} />
            ) : (
              <LoadingState />
            )}
          </Box>
        </Box>
      </Box>
      <ToastArea />
    </>
  );
}

const barHeight = { xs: 56, sm: 48 } as const;
const cornerRadius = 8;

const barStyle = {
  position: 'sticky',
  top: 0,
  zIndex: 'appBar',
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  height: barHeight,
  pl: { xs: 0.5, sm: 'var(--gutter)' },
  pr: { xs: 0.5, sm: 2 },
  bgcolor: 'ground.frame',
  borderBottom: { xs: 1, sm: 0 },
  borderColor: { xs: 'divider', sm: 'divider' },
  // The sheet scrolls below the bar while its rounded corner and border stay in place.
  '&::before, &::after': {
    content: { sm: '""' },
    position: 'absolute',
    top: '100%',
    left: 0,
    height: cornerRadius,
    pointerEvents: 'none',
  },
  '&::before': {
    width: cornerRadius,
    background: `radial-gradient(circle at 100% 100%, transparent ${cornerRadius - 0.5}px, var(--mui-palette-ground-frame) ${cornerRadius}px)`,
  },
  '&::after': {
    right: 0,
    border: 'solid',
    borderWidth: '1px 0 0 1px',
    borderColor: 'divider',
    borderTopLeftRadius: cornerRadius,
  },
  '@media print': { display: 'none' },
} as const;

const barEndStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: { sm: 1 },
  flex: { xs: 'none', sm: '1 0 auto' },
  ml: 'auto',
  // The search field first, then the colour scheme button, then the user menu.
  '& > :first-child:not(:only-child)': { order: { sm: 1 } },
  '& > :nth-child(3)': { order: { sm: 2 } },
} as const;

const sheetStyle = {
  minHeight: { xs: `calc(100vh - ${barHeight.xs}px)`, sm: `calc(100vh - ${barHeight.sm}px)` },
  px: 'var(--gutter)',
  py: { xs: 2, sm: 3 },
  bgcolor: 'background.paper',
  borderLeft: { sm: 1 },
  borderColor: { sm: 'divider' },
  outline: 'none',
  '@media print': { p: 0, border: 0 },
} as const;

const phoneMenuStyle = { px: 1.5, pb: 1, borderBottom: 1, borderColor: 'divider' } as const;

const skipLinkStyle = {
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: 'tooltip',
  px: 2,
  py: 1,
  bgcolor: 'ground.raised',
  color: 'accent.text',
  borderRadius: 1,
  boxShadow: 'var(--menu-shadow)',
  transform: 'translateY(-200%)',
  '&:focus': { transform: 'none' },
} as const;
