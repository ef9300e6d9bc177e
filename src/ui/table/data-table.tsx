import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { cellStyle, headCellStyle, outerCellStyle, pageHead, pageTableFrame } from './table-style.ts';

/**
 * The console's table: plain rows, so that hundreds stay light, scrolling sideways where it is narrow.
 * With `actions` the last column holds what can be done with a row; where a row has a page of its own, which offers
 * the same, a phone leaves it to that. Cells of the class `not-on-phones` give way there, and what is `on-phones` may
 * stand for them in another cell; those of `wide-only` give way on any narrow screen, those of `roomy-only` on a middling
 * one too.
 */
export function DataTable(props: { label: string; actions?: boolean | 'on-page'; children: ReactNode }) {
  const { label, actions = false, children } = props;
  return (
    <Box sx={pageTableFrame}>
      <Box
        component="table"
        aria-label={label}
        sx={{
          ...tableStyle,
          ...(actions && actionsStyle),
          ...(actions === 'on-page' && onPhone),
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

const tableStyle = {
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  typography: 'body2',
  '& th, & td': cellStyle,
  '& thead th': { ...headCellStyle, ...pageHead },
  ...outerCellStyle,
  '& .not-on-phones': { display: { xs: 'none', sm: 'table-cell' } },
  '& .on-phones': { display: { sm: 'none' } },
  '& .wide-only': { display: { xs: 'none', md: 'table-cell' } },
  '& .roomy-only': { display: { xs: 'none', lg: 'table-cell' } },
  '& tbody tr:hover': { bgcolor: 'action.hover' },
  // What was chosen shows by more than a tint.
  '& tbody tr:has(:checked)': { bgcolor: 'accent.soft' },
  '& tbody tr:has(:checked) > :not(* + *)': {
    boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
  },
} as const;

/** Rows of 64. */
const onPhone = {
  '@media (max-width: 639.95px)': {
    '& th:last-child, & td:last-child': { display: 'none' },
    '& tbody :is(td, th)': { height: 64 },
    '& tbody tr > :nth-last-of-type(2)': { pr: 'var(--gutter, 0px)' },
  },
} as const;

const actionsStyle = {
  '& th:last-child, & td:last-child': {
    textAlign: 'right',
    whiteSpace: { sm: 'nowrap' },
    '@media print': { display: 'none' },
  },
} as const;
