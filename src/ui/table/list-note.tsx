import Box from '@mui/material/Box';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { smallIconProps } from '../icon-props.ts';

/** Background information about a list, shown below it so that it is not in the way. */
export function ListNote({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={noteStyle}>
      <Info {...smallIconProps} />
      <span>{children}</span>
      {action}
    </Box>
  );
}

/** Leaves room for the bar of bulk actions, or on a phone for the page's actions. */
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
