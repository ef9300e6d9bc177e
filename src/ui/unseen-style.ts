/** Hidden visually, for screen readers only. */
export const unseenStyle = {
  position: 'absolute',
  // In MUI's `sx` a width of 1 would mean 100 %.
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
