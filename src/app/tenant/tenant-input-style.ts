/** The tenant's field, the same before and after its list is loaded; the box around it shows the focus. */
export const tenantInputStyle = {
  flex: 1,
  width: '100%',
  minWidth: 0,
  height: '100%',
  typography: 'body2',
  '& input': { height: '100%', p: 0, textOverflow: 'ellipsis' },
  '& input::placeholder': { color: 'text.disabled', opacity: 1 },
  '& input:focus-visible': { outline: 'none' },
} as const;
