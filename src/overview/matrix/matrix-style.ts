import { headCellStyle, stickyHead, tableFrame } from '../../ui/table/table-style.ts';

/** In pixels. */
export const headHeight = 56;
export const rowHeight = 32;
export const nameWidth = 120;
export const freeWidth = 64;
/** The columns before those of the secrets: the tenant and its free quota. */
export const fixedColumns = 2;

export const boxStyle = {
  ...tableFrame,
  // Room for a popover, even below a single row.
  minHeight: 280,
  // Down to the end of the sheet, below filters that may take two lines.
  maxHeight: 'max(360px, calc(100vh - 208px))',
  '@media (min-width: 1400px)': { maxHeight: 'max(360px, calc(100vh - 168px))' },
  mb: { xs: -2, sm: -3 },
  '@media print': { display: 'none' },
} as const;

export const matrixStyle = {
  '--tenant-width': { xs: '136px', sm: '208px' },
  '--fixed-width': `calc(var(--tenant-width) + ${freeWidth}px)`,
  position: 'relative',
  // The head is as wide as the sheet, however few columns there are.
  minWidth: '100%',
  '& .row': { position: 'absolute', width: '100%', height: rowHeight, contain: 'strict' },
  '& .head': {
    ...stickyHead,
    ...headCellStyle,
    zIndex: 2,
    height: headHeight,
    boxSizing: 'border-box',
    contain: 'none',
  },
  '& .cell': {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    width: nameWidth,
    height: rowHeight,
    px: '6px',
    borderLeft: 1,
    borderBottom: 1,
    borderColor: 'rule.soft',
    typography: 'caption',
    lineHeight: `${rowHeight - 2}px`,
    color: 'text.secondary',
    whiteSpace: 'nowrap',
    cursor: 'default',
  },
  '& .row:hover > .cell:not(.soon, .expired, .silent)': { bgcolor: 'action.hover' },
  // Clipping costs time in every frame, so only texts of any length are clipped.
  '& .tenant': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    float: 'left',
    width: 'var(--tenant-width)',
    pl: 'max(12px, var(--gutter, 0px))',
    pr: 1,
    borderLeft: 0,
    bgcolor: 'background.paper',
    color: 'text.primary',
    typography: 'body2',
    lineHeight: `${rowHeight - 2}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& .tenant > svg': { ml: 0.5, verticalAlign: '-2px', color: 'warning.main' },
  '& .free': {
    position: 'sticky',
    left: 'var(--tenant-width)',
    zIndex: 1,
    float: 'left',
    width: freeWidth,
    pr: 1.5,
    borderRight: 1,
    borderRightColor: 'divider',
    bgcolor: 'background.paper',
    textAlign: 'right',
  },
  '& .full': { color: 'error.main', fontWeight: 600 },
  '& .waiting::after': {
    content: '""',
    display: 'block',
    height: 8,
    mt: '11px',
    borderRadius: '4px',
    bgcolor: 'ground.press',
  },
  '& .head .cell': {
    height: headHeight - 2,
    borderBottom: 0,
    borderColor: 'divider',
    bgcolor: 'ground.sunk',
    color: 'text.secondary',
    typography: 'caption',
    pt: 1,
  },
  '& .head .name': { px: 0, py: 0 },
  // The cell's border is the fuse of the next 90 days.
  '& .held::before, & .held::after': {
    content: '""',
    position: 'absolute',
    left: 0,
    bottom: -1,
    height: 2,
    printColorAdjust: 'exact',
    forcedColorAdjust: 'none',
  },
  '& .held::before': { right: 0, bgcolor: 'rule.soft' },
  '& .held::after': {
    width: 'calc(var(--left, 0) * 100%)',
    bgcolor: 'color-mix(in srgb, var(--mui-palette-rule-control) 55%, var(--mui-palette-background-paper))',
  },
  '& .missing, & .none, & .unknown': { color: 'text.disabled' },
  '& .unknown::before': { bgcolor: 'transparent' },
  '& .soon': { bgcolor: 'warning.soft', color: 'warning.main', fontWeight: 600 },
  '& .soon::after': { bgcolor: 'warning.mark', minWidth: 4 },
  '& .expired': { bgcolor: 'error.soft', color: 'error.main', fontWeight: 600 },
  '& .expired::after': { bgcolor: 'error.mark', width: 4 },
  '& .silent': {
    left: 'var(--tenant-width)',
    right: 0,
    width: 'auto',
    color: 'text.secondary',
    background:
      'repeating-linear-gradient(-45deg, var(--mui-palette-ground-sunk) 0 6px, var(--mui-palette-background-paper) 6px 12px)',
  },
  // Stays visible wherever the matrix is scrolled to.
  '& .silent > span': {
    position: 'sticky',
    left: 'calc(var(--tenant-width) + 12px)',
    display: 'inline-flex',
    alignItems: 'center',
    gap: 1,
    height: rowHeight - 1,
  },
  '& .silent svg': { color: 'error.main' },
  '& .cell:focus-visible, & .cell > :focus-visible': {
    outline: '2px solid',
    outlineColor: 'accent.focus',
    outlineOffset: -2,
    zIndex: 1,
  },
} as const;
