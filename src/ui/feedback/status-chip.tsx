import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export type StatusTone = 'success' | 'info' | 'warning' | 'error' | 'neutral';

/** A state in words, with a dot of its colour; light enough for each row of a table. */
export function StatusChip({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{ ...chipStyle, color: tone === 'neutral' ? 'text.secondary' : `${tone}.main` }}
    >
      {children}
    </Box>
  );
}

const chipStyle = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.75,
  px: 1,
  border: '1px solid currentColor',
  borderRadius: '999px',
  typography: 'caption',
  fontWeight: 600,
  lineHeight: 1.8,
  whiteSpace: 'nowrap',
  '&::before': { content: '""', width: 7, height: 7, borderRadius: '50%', bgcolor: 'currentColor' },
} as const;
