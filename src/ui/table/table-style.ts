/** The frame that a table scrolls in: from edge to edge of the sheet, and inside a card no wider than it. */
export const tableFrame = {
  overflow: 'auto',
  mx: 'calc(-1 * var(--gutter, 0px))',
} as const;

/**
 * From this width on, 1280 pixels where the browser's font is of the usual size, every table has room on its sheet: it
 * scrolls with the page, and its head stays in sight.
 */
const roomy = '@media screen and (min-width: 80rem)';

/** The same for a table that scrolls sideways only where it has to. */
export const pageTableFrame = { ...tableFrame, [roomy]: { overflow: 'visible' } } as const;

/** Below the bar on top; in a low window that bar scrolls along, and so does this. */
const belowBar = {
  '@media screen and (min-height: 400px)': { position: 'sticky', top: 48, zIndex: 1 },
} as const;

/** Its head. */
export const pageHead = { [roomy]: belowBar } as const;

/** The frame and the head of a table that is never wider than its sheet: it scrolls with the page at any width. */
export const fittingTableFrame = { mx: tableFrame.mx } as const;
export const fittingHead = belowBar;

/** In pixels: of a row where nobody chose a lower one, and of the head. */
export const tableRowHeight = 40;
const tableHeadHeight = 32;

/** The outer cells begin where the page's text does. */
export const outerCellStyle = {
  // The first of its row. Not :first-child, of which emotion warns.
  '& tr > :not(* + *)': { paddingLeft: 'max(12px, var(--gutter, 0px))' },
  '& tr > :last-child': { paddingRight: 'max(12px, var(--gutter, 0px))' },
} as const;

/** The colour of a line has to be named after its width, which resets it. */
export const cellStyle = {
  height: 'var(--row)',
  px: 1.5,
  py: 0.5,
  textAlign: 'left',
  borderBottom: 1,
  borderColor: 'rule.soft',
  fontWeight: 'inherit',
} as const;

export const headCellStyle = {
  height: tableHeadHeight,
  py: 0,
  border: 'solid',
  borderWidth: '1px 0',
  borderColor: 'divider',
  bgcolor: 'ground.sunk',
  color: 'text.secondary',
  typography: 'caption',
  whiteSpace: 'nowrap',
} as const;

/** A head that stays in sight while the rows scroll below it. */
export const stickyHead = { position: 'sticky', top: 0, bgcolor: 'ground.sunk' } as const;

/** The end of the line above a list: how much of it there is, and the button that reads it again. */
export const toolbarEndStyle = {
  ml: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  flex: 'none',
  typography: 'caption',
  color: 'text.disabled',
  whiteSpace: 'nowrap',
} as const;
