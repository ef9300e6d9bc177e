/** The tenant's field in the bar, the same before and after its list is loaded. */
export const tenantInputStyle = {
  width: '100%',
  color: 'inherit',
  bgcolor: 'rgba(255, 255, 255, 0.1)',
  border: '1px solid rgba(255, 255, 255, 0.35)',
  borderRadius: 1,
  px: 1.25,
  typography: 'body2',
  '& input::placeholder': { opacity: 0.85 },
  '&:focus-within': { outline: '2px solid #fff' },
} as const;
