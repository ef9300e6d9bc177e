import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { moveByArrows } from './row-keys.ts';
import { cellStyle, headCellStyle, outerCellStyle, pageHead, pageTableFrame } from './table-style.ts';

interface Column {
  readonly label: string;
  /** Where it gives way: on a phone, on any narrow screen, or on a middling one too. */
  readonly className?: 'not-on-phones' | 'wide-only' | 'roomy-only';
}

interface DataTableProps {
  readonly label: string;
  /** Its heads; the cells of one that gives way have its class too. */
  readonly columns: readonly (string | Column | false)[];
  /**
   * The last column holds what can be done with a row. Where a row has a page of its own (`on-page`), which offers the
   * same, a phone leaves it to that.
   */
  readonly actions?: boolean | 'on-page';
  /** The rows. What is `on-phones` may stand there, in another cell, for one that gives way. */
  readonly children: ReactNode;
}

/** The console's table: plain rows, so that hundreds stay light, scrolling sideways where it is narrow. */
export function DataTable({ label, columns, actions = false, children }: DataTableProps) {
  return (
    <Box sx={pageTableFrame} onKeyDown={moveByArrows}>
      <Box
        component="table"
        aria-label={label}
        sx={{
          ...tableStyle,
          ...(actions && actionsStyle),
          ...(actions === 'on-page' && onPhone),
        }}
      >
        <thead>
          <tr>
            {columns.map((column) => {
              if (column === false) return undefined;
              const { label: name, className } = typeof column === 'string' ? { label: column } : column;
              return (
                <th key={name} scope="col" className={className}>
                  {name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
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
    '@media (forced-colors: active)': { borderLeft: '3px solid Highlight' },
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
