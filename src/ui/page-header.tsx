import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

export interface PageHeaderProps {
  readonly heading: string;
  /** The same with a look of its own. */
  readonly shown?: ReactNode;
  /** What the browser's tab is called, where that says more. */
  readonly title?: string;
  /** The one thing that is good to know of the page at a glance, to the right of its heading. */
  readonly fact?: ReactNode;
  /** It comes later than the page: on a phone its line below the heading is there before, so that nothing moves. */
  readonly late?: boolean;
  /** At the end, the main one last. */
  readonly actions?: ReactNode;
  /** On a phone the actions stand in a bar at the bottom, in reach of the thumb. */
  readonly lean?: boolean;
}

/** The page's heading, also the browser tab's title, with the page's main actions beside it. */
export function PageHeader({
  heading,
  title = heading,
  shown = heading,
  fact,
  late = false,
  actions,
  lean = false,
}: PageHeaderProps) {
  return (
    <Box component="header" sx={{ mb: 2 }}>
      <PageTitle heading={title} />
      <Box sx={lineStyle}>
        <Box component="h1" sx={headingStyle}>
          {shown}
        </Box>
        {(late || fact !== undefined) && <Box sx={late ? lateFactStyle : factStyle}>{fact}</Box>}
        {actions !== undefined && (
          <Box
            data-foot-bar={lean || undefined}
            sx={lean ? { ...actionsStyle, ...bottomBarStyle } : actionsStyle}
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
const lateFactStyle = { ...factStyle, width: { xs: '100%', sm: 'auto' }, minHeight: 20 } as const;

const actionsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  ml: { sm: 'auto' },
  width: { xs: '100%', sm: 'auto' },
  mt: { xs: 1, sm: 0 },
  // As wide as its text: what does not fit beside another one stands below it.
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
