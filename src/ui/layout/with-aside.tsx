import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface WithAsideProps {
  readonly children: ReactNode;
  /** Beside the content, and below it on a narrow screen; without it there is one column. */
  readonly aside?: ReactNode;
  /** Stays at the foot of the window. */
  readonly foot?: ReactNode;
}

/** A page below its header, edge to edge: the content, and an aside on a darker ground. */
export function WithAside({ children, aside, foot }: WithAsideProps) {
  return (
    <Box sx={sheetStyle}>
      <Box sx={aside === undefined ? columnStyle : columnsStyle}>
        <Box sx={mainStyle}>{children}</Box>
        {aside !== undefined && <Box sx={asideStyle}>{aside}</Box>}
      </Box>
      {foot}
    </Box>
  );
}

/** The maximum width of a form or of a page's sections. */
const maxColumn = 1040;

const sheetStyle = {
  display: 'flex',
  flexDirection: 'column',
  mx: 'calc(-1 * var(--gutter))',
  // The columns have the sheet's bottom padding inside them.
  mb: { xs: -2, sm: -3 },
  // Fills the window below the top bar and a one-line header.
  minHeight: { md: 'calc(100vh - 121px)' },
  borderTop: 1,
  borderColor: 'divider',
  '@media print': { minHeight: 0, m: 0 },
} as const;

const columnStyle = { display: 'grid', flex: 1, gridTemplateColumns: 'minmax(0, 1fr)' } as const;

/** One column on paper. */
const columnsStyle = {
  ...columnStyle,
  '@media print': { '&&': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr)',
    md: 'minmax(0, 1fr) 288px',
    lg: 'minmax(0, 1fr) 376px',
  },
} as const;

const partsStyle = {
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 3,
  minWidth: 0,
  px: 'var(--gutter)',
  py: { xs: 2, sm: 3 },
} as const;

const mainStyle = { ...partsStyle, '& > *': { maxWidth: maxColumn } } as const;

const asideStyle = {
  ...partsStyle,
  gap: 4,
  bgcolor: 'ground.sunk',
  borderLeft: { md: 1 },
  borderTop: { xs: 1, md: 0 },
  borderColor: { xs: 'divider', md: 'divider' },
  '@media print': { '&&': { borderLeft: 0, borderTop: 1, borderColor: 'divider', bgcolor: 'transparent' } },
} as const;
