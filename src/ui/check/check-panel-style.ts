/** On a phone the panel covers the page; on wider screens it leaves room for the form. */
export const roomBeside = {
  // Doubled to win over the sheet's own padding.
  'main#content': {
    '@media (min-width: 1024px)': { paddingRight: 'calc(480px + var(--gutter))' },
    '@media (min-width: 1280px)': { paddingRight: 'calc(640px + var(--gutter))' },
  },
} as const;

export const dockedStyle = {
  position: 'fixed',
  top: { xs: 0, sm: 48 },
  right: 0,
  bottom: 0,
  zIndex: { xs: 'modal', sm: 6 },
  width: { xs: '100%', sm: 480, lg: 640 },
  overflowY: 'auto',
  bgcolor: 'background.paper',
  borderLeft: { sm: 1 },
  borderTop: { sm: 1 },
  borderColor: { sm: 'divider' },
  '@media print': { display: 'none' },
} as const;

export const headStyle = {
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 48,
  pl: 'var(--gutter)',
  pr: 1.5,
  bgcolor: 'background.paper',
  borderBottom: 1,
  borderColor: 'divider',
  '& > h2': { m: 0, typography: 'h2', outline: 'none' },
  '& > span': { flex: 1, color: 'text.disabled', display: { xs: 'none', sm: 'block' } },
  '& > h2:has(+ span)': { flex: { xs: 1, sm: 'none' } },
} as const;

export const imagesStyle = {
  display: 'grid',
  justifyItems: 'start',
  gap: 1,
  px: 'var(--gutter)',
  py: 2,
  borderBottom: 1,
  borderColor: 'rule.soft',
  bgcolor: 'ground.sunk',
  '& > .MuiTextField-root': { width: '100%' },
} as const;

export const listStyle = { listStyle: 'none', m: 0, p: 0 } as const;

export const itemStyle = {
  px: 'var(--gutter)',
  py: 1.5,
  borderBottom: 1,
  borderColor: 'rule.soft',
  display: 'grid',
  gap: 0.5,
} as const;

export const firstLineStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minWidth: 0,
  '& > code': { flex: 1, minWidth: 0, overflowWrap: 'anywhere', background: 'none', p: 0 },
} as const;

/** Below the host, indented past its mark. */
export const restStyle = { pl: { sm: 3.5 }, minWidth: 0 } as const;

export const traceStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 1,
  '& > ol': {
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    m: 0,
    p: 0,
    fontSize: '0.6875rem',
    lineHeight: '16px',
    color: 'text.disabled',
  },
  '& li': { display: 'inline-flex', alignItems: 'center', gap: 0.5 },
  '& li + li::before': {
    content: '""',
    display: { xs: 'none', sm: 'block' },
    width: 16,
    height: '1px',
    mx: 0.75,
    bgcolor: 'rule.strong',
  },
  '& li + li': { ml: { xs: 1, sm: 0 } },
  '& [data-state=passed] svg': { color: 'success.main' },
  '& [data-state=failed]': { color: 'error.main' },
  '& [data-state=unsure]': { color: 'warning.main' },
  '& > span': { typography: 'caption', color: 'text.disabled', whiteSpace: 'nowrap' },
} as const;
