/** A code block of fixed height: a head of 40 pixels, the code, which scrolls, and remarks at the foot. */
export const paneStyle = {
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  overflow: 'hidden',
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  '--code-ground': 'var(--mui-palette-ground-sunk)',
  bgcolor: 'var(--code-ground)',
  '&:has(.cm-content:focus)': {
    outline: '2px solid',
    outlineColor: 'accent.focus',
    outlineOffset: -1,
  },
  '&[hidden]': { display: 'none' },
} as const;

export const paneHeadStyle = {
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 1,
  height: 40,
  px: 1.5,
  borderBottom: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  typography: 'caption',
  whiteSpace: 'nowrap',
  '& > svg': { flex: 'none', color: 'text.disabled' },
} as const;

/** Each line is a remark: an icon, a sentence, and an action. */
export const paneFootStyle = {
  flex: 'none',
  maxHeight: '40%',
  overflow: 'auto',
  bgcolor: 'background.paper',
  typography: 'caption',
  overflowWrap: 'anywhere',
  '& > *': {
    display: 'flex',
    alignItems: 'center',
    gap: 1,
    minHeight: 40,
    px: 1.5,
    py: 0.5,
    borderTop: '1px solid',
    borderColor: 'divider',
  },
  '& svg': { flex: 'none' },
  '& > * > span': { mr: 'auto' },
  '& > * > button': { flex: 'none' },
  '& [data-tone=error]': { bgcolor: 'error.soft', '& > svg': { color: 'error.main' } },
  '& [data-tone=warning]': { bgcolor: 'warning.soft', '& > svg': { color: 'warning.main' } },
} as const;

/** Results for an earlier text: readable, but without the colours of current ones. */
export const oldStyle = {
  filter: 'grayscale(1)',
  '&, & *': { color: 'var(--mui-palette-text-disabled) !important' },
} as const;
