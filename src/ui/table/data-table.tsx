import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/**
 * The console's table: plain rows, so that hundreds stay light, scrolling sideways where it is narrow.
 * With `actions` the last column holds what can be done with a row. Cells of the class `wide-only` give way
 * on a narrow screen.
 */
export function DataTable(props: { label: string; actions?: boolean; children: ReactNode }) {
  const { label, actions = false, children } = props;
  return (
    <Box sx={frameStyle}>
      <Box
        component="table"
        aria-label={label}
        sx={actions ? { ...tableStyle, ...actionsStyle } : tableStyle}
      >
        {children}
      </Box>
    </Box>
  );
}

const frameStyle = {
  overflowX: 'auto',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;

const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  typography: 'body2',
  '& th, & td': {
    px: 2,
    py: 1,
    textAlign: 'left',
    borderTop: 1,
    borderColor: 'divider',
    fontWeight: 'inherit',
  },
  '& thead th': { borderTop: 0, color: 'text.secondary', fontWeight: 600, whiteSpace: 'nowrap' },
  '& tbody th': { fontWeight: 500 },
  '& .wide-only': { display: { xs: 'none', md: 'table-cell' } },
  '& tbody tr:hover': { bgcolor: 'action.hover' },
} as const;

const actionsStyle = {
  '& th:last-child, & td:last-child': { textAlign: 'right', whiteSpace: { sm: 'nowrap' } },
} as const;
