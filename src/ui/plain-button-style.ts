/** A button that looks like the text around it. */
export const plainButtonStyle = {
  m: 0,
  p: 0,
  border: 0,
  borderRadius: '2px',
  bgcolor: 'transparent',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
} as const;
