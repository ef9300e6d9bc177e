/** The frame that a table scrolls in. */
export const tableFrame = {
  overflow: 'auto',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;

export const cellStyle = {
  px: 2,
  textAlign: 'left',
  borderColor: 'divider',
  fontWeight: 'inherit',
} as const;

export const headCellStyle = { color: 'text.secondary', fontWeight: 600, whiteSpace: 'nowrap' } as const;

/** A head that stays in sight while the rows scroll below it. */
export const stickyHead = { position: 'sticky', top: 0, bgcolor: 'background.paper' } as const;

/** The end of the line above a list: how much of it there is, and the button that reads it again. */
export const toolbarEndStyle = {
  ml: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  typography: 'body2',
  color: 'text.secondary',
} as const;
