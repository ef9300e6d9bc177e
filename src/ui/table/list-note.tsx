import Box from '@mui/material/Box';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { smallIconProps } from '../icon-props.ts';

/** What is good to know of a list, below it: once one knows it, it is in nobody's way. */
export function ListNote({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={noteStyle}>
      <Info {...smallIconProps} />
      <span>{children}</span>
      {action}
    </Box>
  );
}

/** With room below it for the bar of what is selected, or on a phone for that of what the page is for. */
const noteStyle = {
  display: 'flex',
  alignItems: 'center',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  gap: 1,
  minHeight: 28,
  pt: 1,
  pb: 12,
  color: 'text.disabled',
  typography: 'caption',
  '& > svg': { flex: 'none', alignSelf: 'flex-start', mt: '1px' },
  '& > span': { flex: '1 1 0', minWidth: 0, maxWidth: 900 },
  '@media print': { pb: 0 },
} as const;
