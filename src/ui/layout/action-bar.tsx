import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useBarRoom } from './use-bar-room.ts';

interface ActionBarProps {
  /** Above the buttons: what came of them. */
  readonly outcome?: ReactNode;
  /** The main one first. */
  readonly children: ReactNode;
  /** At the end, where there is room. */
  readonly note?: string | undefined;
}

/** What is done with a form, always in reach at the foot of the window. */
export function ActionBar({ outcome, children, note }: ActionBarProps) {
  const room = useBarRoom('foot');
  return (
    <Box ref={room} sx={barStyle}>
      {outcome}
      <Box sx={lineStyle}>
        {children}
        {note !== undefined && (
          <Box sx={noteStyle} title={note}>
            {note}
          </Box>
        )}
      </Box>
    </Box>
  );
}

const barStyle = {
  position: 'sticky',
  bottom: 0,
  zIndex: 5,
  px: 'var(--gutter)',
  borderTop: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  '@media print': { display: 'none' },
} as const;

const lineStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 64,
  flexWrap: 'wrap',
  py: 1,
  boxSizing: 'border-box',
  '& > [data-variant=contained]': { flex: { xs: '1 0 auto', sm: 'none' } },
} as const;

const noteStyle = {
  display: { xs: 'none', md: 'block' },
  // Beside the buttons, as far as there is room: it is no reason for a second line.
  flex: '1 1 0',
  minWidth: 0,
  overflow: 'hidden',
  textAlign: 'right',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  typography: 'caption',
  color: 'text.disabled',
} as const;
