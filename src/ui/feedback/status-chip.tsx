import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export type StatusTone = 'success' | 'info' | 'warning' | 'error' | 'neutral';

/** A state in words, with a dot of its colour; light enough for each row of a table. */
export function StatusChip({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <Box component="span" sx={{ ...chipStyle, ...toneStyles[tone] }}>
      {children}
    </Box>
  );
}

const toneStyles = {
  success: { color: 'success.main', bgcolor: 'success.soft' },
  info: { color: 'accent.text', bgcolor: 'accent.soft' },
  warning: { color: 'warning.main', bgcolor: 'warning.soft' },
  error: { color: 'error.main', bgcolor: 'error.soft' },
  neutral: { color: 'text.secondary', bgcolor: 'ground.press' },
} as const;

const chipStyle = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.75,
  minHeight: 20,
  px: 0.75,
  borderRadius: '4px',
  typography: 'caption',
  whiteSpace: 'nowrap',
  '&::before': {
    content: '""',
    flex: 'none',
    width: 8,
    height: 8,
    borderRadius: '50%',
    bgcolor: 'currentColor',
  },
  // There the ground is gone, and the colour of the dot with it.
  '@media (forced-colors: active)': { border: '1px solid', '&::before': { forcedColorAdjust: 'none' } },
  printColorAdjust: 'exact',
} as const;
