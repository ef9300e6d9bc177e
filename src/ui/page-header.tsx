import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

export interface PageHeaderProps {
  readonly heading: string;
  /** The heading as it is shown, where that needs markup. */
  readonly shown?: ReactNode;
  /** The title of the browser tab, where that says more. */
  readonly title?: string;
  /** The one fact worth seeing at a glance, to the right of the heading. */
  readonly fact?: ReactNode;
  /** The fact arrives later than the page: below 1024 pixels its line is reserved, so that nothing moves. */
  readonly lateFact?: boolean;
  /** At the end, the main action last. */
  readonly actions?: ReactNode;
  /** On a phone the actions are in a bar at the bottom, within reach of the thumb. */
  readonly actionsAtFoot?: boolean;
}

/** The page's heading, also the title of the browser tab, with the page's main actions beside it. */
export function PageHeader({
  heading,
  title = heading,
  shown = heading,
  fact,
  lateFact = false,
  actions,
  actionsAtFoot = false,
}: PageHeaderProps) {
  return (
    <Box component="header" sx={{ mb: 2 }}>
      <PageTitle heading={title} />
      <Box sx={lineStyle}>
        <Box component="h1" sx={headingStyle}>
          {shown}
        </Box>
        {(lateFact || fact !== undefined) && <Box sx={lateFact ? lateFactStyle : factStyle}>{fact}</Box>}
        {actions !== undefined && (
          <Box
            data-foot-bar={actionsAtFoot || undefined}
            sx={actionsAtFoot ? { ...actionsStyle, ...bottomBarStyle } : actionsStyle}
          >
            {actions}
          </Box>
        )}
      </Box>
    </Box>
  );
}

const headingStyle = {
  m: 0,
  typography: 'h1',
  overflowWrap: 'anywhere',
} as const;

const lineStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
} as const;

const factStyle = { color: 'text.secondary', typography: 'body2' } as const;
const lateFactStyle = {
  ...factStyle,
  order: { sm: 1, md: 0 },
  width: { xs: '100%', md: 'auto' },
  minHeight: 20,
} as const;

const actionsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  ml: { sm: 'auto' },
  width: { xs: '100%', sm: 'auto' },
  mt: { xs: 1, sm: 0 },
  // As wide as its text; wraps below the other one where there is no room.
  '&& > :not([aria-haspopup])': { flex: { xs: 1, sm: 'none' }, minWidth: 'fit-content' },
  '@media print': { display: 'none' },
} as const;

const bottomBarStyle = {
  '@media (max-width: 639.95px)': {
    position: 'fixed',
    inset: 'auto 0 0',
    zIndex: 'appBar',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: 72,
    px: 'var(--gutter)',
    bgcolor: 'background.paper',
    borderTop: 1,
    borderColor: 'divider',
  },
} as const;
