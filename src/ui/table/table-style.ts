/** The frame that a table scrolls in: as wide as the sheet, or as the card it is in. */
export const tableFrame = {
  overflow: 'auto',
  mx: 'calc(-1 * var(--gutter, 0px))',
} as const;

/**
 * From this width on (1280 pixels at the usual font size) every table fits on its sheet: it scrolls with the page, and
 * its head is sticky.
 */
const roomy = '@media screen and (min-width: 80rem)';

/** The same for a table that only scrolls sideways if it must. */
export const pageTableFrame = { ...tableFrame, [roomy]: { overflow: 'visible' } } as const;

/** Below the top bar; in a low window the bar scrolls away, and so does this. */
const belowBar = {
  '@media screen and (min-height: 400px)': { position: 'sticky', top: 48, zIndex: 1 },
} as const;

/** Its head. */
export const pageHead = { [roomy]: belowBar } as const;

/** The frame and the head of a table that is never wider than its sheet: it scrolls with the page at any width. */
export const fittingTableFrame = { mx: tableFrame.mx } as const;
export const fittingHead = belowBar;

/** In pixels: the height of a row unless compact rows are chosen, and of the head. */
export const tableRowHeight = 40;
const tableHeadHeight = 32;

/** Aligns the outer cells with the page's text. */
export const outerCellStyle = {
  // Not :first-child, which emotion warns about.
  '& tr > :not(* + *)': { paddingLeft: 'max(12px, var(--gutter, 0px))' },
  '& tr > :last-child': { paddingRight: 'max(12px, var(--gutter, 0px))' },
} as const;

/** The colour must come after the width, which resets it. */
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

/** A head that stays visible while the rows scroll below it. */
export const stickyHead = { position: 'sticky', top: 0, bgcolor: 'ground.sunk' } as const;

/** The end of the line above a list: how many items there are, and the refresh button. */
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
