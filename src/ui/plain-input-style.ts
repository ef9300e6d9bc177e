/** An unstyled input, inside a box that has the borders and shows the focus. */
export const plainInputStyle = {
  flex: 1,
  width: '100%',
  minWidth: 0,
  height: '100%',
  p: 0,
  border: 0,
  bgcolor: 'transparent',
  color: 'inherit',
  font: 'inherit',
  fontSize: { xs: '1rem', sm: '0.8125rem' },
  textOverflow: 'ellipsis',
  '&::placeholder': { color: 'text.disabled', opacity: 1 },
  '&:focus-visible': { outline: 'none' },
} as const;
