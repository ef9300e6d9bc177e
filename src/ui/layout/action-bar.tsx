import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useBarRoom } from './use-bar-room.ts';

interface ActionBarProps {
  /** Above the buttons: the outcome of pressing them. */
  readonly outcome?: ReactNode;
  /** The main action first. */
  readonly children: ReactNode;
  /** At the end, where there is room. */
  readonly note?: string | undefined;
}

/** A form's actions, always visible at the foot of the window. */
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

/** Buttons side by side, on a phone too: long labels wrap inside their button. */
export const buttonLineStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  flexWrap: { sm: 'wrap' },
  '@media (max-width: 639.95px)': {
    '& > button, & > a': { whiteSpace: 'normal', height: 'auto', py: '6px', lineHeight: '18px' },
    '& > [data-variant=contained]': { flex: '1 1 auto' },
    // The cancel button gives up padding that the others need.
    '& > [data-variant=text]': { px: 1 },
  },
} as const;

const lineStyle = { ...buttonLineStyle, minHeight: 64, py: 1, boxSizing: 'border-box' } as const;

const noteStyle = {
  display: { xs: 'none', md: 'block' },
  // Takes the remaining space beside the buttons, and never causes a second line.
  flex: '1 1 0',
  minWidth: 0,
  overflow: 'hidden',
  textAlign: 'right',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  typography: 'caption',
  color: 'text.disabled',
} as const;
