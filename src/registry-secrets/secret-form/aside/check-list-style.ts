/** Lines of an icon and a few words each. */
export const checkListStyle = {
  display: 'grid',
  gap: 1,
  m: 0,
  p: 0,
  listStyle: 'none',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: 1.5,
    overflowWrap: 'anywhere',
  },
  '& svg': { mt: '2px', color: 'text.disabled' },
  '& [data-tone=ok] > svg': { color: 'success.main' },
  '& [data-tone=warning] > svg': { color: 'warning.main' },
  '& [data-tone=error] > svg': { color: 'error.main' },
  '& [data-tone=open]': { color: 'text.secondary' },
} as const;
