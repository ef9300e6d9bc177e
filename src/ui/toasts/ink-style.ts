/** The dark bars that float above the page: toasts and bulk actions. */
export const inkStyle = {
  '--focus-ring': 'var(--mui-palette-ground-onInk)',
  display: 'flex',
  alignItems: 'center',
  gap: 0.5,
  pl: 2,
  pr: 1,
  borderRadius: '8px',
  bgcolor: 'ground.ink',
  color: 'ground.onInk',
  boxShadow: 'var(--menu-shadow)',
  '& > svg, & > :is(button, a) > svg': { flex: 'none', color: 'inherit', opacity: 0.72 },
  '& > :is(button, a)': { flex: 'none', color: 'inherit' },
  '& > :is(button, a):hover': { bgcolor: 'rgb(255 255 255 / 0.1)', color: 'inherit' },
  '@media (forced-colors: active)': { border: '1px solid' },
} as const;
