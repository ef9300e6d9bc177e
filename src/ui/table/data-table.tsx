import Box from '@mui/material/Box';
import { useContext, type ReactNode } from 'react';
import { moveByArrows, WholeList } from './row-keys.ts';
import { cellStyle, headCellStyle, outerCellStyle, pageHead, pageTableFrame } from './table-style.ts';

interface Column {
  readonly label: string;
  /** Where the column is hidden: on phones, on narrow screens, or on medium ones too. */
  readonly className?: 'not-on-phones' | 'wide-only' | 'roomy-only';
}

interface DataTableProps {
  readonly label: string;
  /** The headings. The cells of a column that can be hidden need its class too. */
  readonly columns: readonly (string | Column | false)[];
  /**
   * The last column holds the actions of a row. With `on-page` each row has a page of its own with the same actions,
   * and a phone hides the column.
   */
  readonly actions?: boolean | 'on-page';
  /** The rows. An element with the class `on-phones` can show a hidden column's value in another cell. */
  readonly children: ReactNode;
}

/** The console's table: plain rows, so that hundreds stay fast, scrolling sideways on narrow screens. */
export function DataTable({ label, columns, actions = false, children }: DataTableProps) {
  const list = useContext(WholeList);
  return (
    <Box sx={pageTableFrame} onKeyDown={(event) => moveByArrows(event, list?.showAll)}>
      <Box
        component="table"
        aria-label={label}
        aria-rowcount={list && list.count + 1}
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
  // Selected rows have more than a tint.
  '& tbody tr:has(:checked)': { bgcolor: 'accent.soft' },
  '& tbody tr:has(:checked) > :not(* + *)': {
    boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
  },
} as const;

/** Rows 64 pixels high. */
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
