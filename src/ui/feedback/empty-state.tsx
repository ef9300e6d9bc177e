import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PageTitle } from '../page-title.tsx';

interface EmptyStateProps {
  readonly heading: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** It fills the page, and its heading is the page's heading. */
  readonly page?: boolean;
}

/** A view with nothing in it: says why and what to do, below an outline of what could be there. */
export function EmptyState({ heading, children, action, page = false }: EmptyStateProps) {
  return (
    <Box sx={stateStyle}>
      <Box aria-hidden sx={ghostStyle}>
        <div />
        <div />
        <div />
      </Box>
      <Box component={page ? 'h1' : 'h2'} sx={{ m: 0, typography: 'h6' }}>
        {page && <PageTitle heading={heading} />}
        {heading}
      </Box>
      <Box component="p" sx={{ m: 0, mt: 1, color: 'text.secondary' }}>
        {children}
      </Box>
      {action !== undefined && <Box sx={actionsStyle}>{action}</Box>}
    </Box>
  );
}

const stateStyle = { maxWidth: 560, mx: 'auto', my: { xs: 4, sm: 8 }, overflowWrap: 'anywhere' } as const;

const actionsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  mt: 2,
  // Aligns the label of a plain button with the text above it.
  '& > [data-variant=text]:not(* + *)': { ml: -1.5 },
} as const;

const ghostStyle = {
  mb: 3,
  border: '1px dashed',
  borderColor: 'rule.control',
  borderRadius: '8px',
  '& > div': { display: 'flex', alignItems: 'center', gap: 1.5, height: 40, px: 2 },
  '& > div::before': {
    content: '""',
    width: 20,
    height: 20,
    border: '1px dashed',
    borderColor: 'rule.control',
    borderRadius: '4px',
  },
  '& > div::after': {
    content: '""',
    flex: 1,
    height: 8,
    background:
      'linear-gradient(90deg, var(--mui-palette-ground-press) 20%, transparent 20% 23%, var(--mui-palette-ground-press) 23% 55%, transparent 55%)',
  },
  '& > div + div': { borderTop: '1px dashed', borderTopColor: 'rule.strong' },
} as const;
