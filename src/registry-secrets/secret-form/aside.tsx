import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The panels beside the form, one below the other. */
export function Aside({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'grid', gap: 3, alignContent: 'start', minWidth: 0 }}>{children}</Box>;
}
