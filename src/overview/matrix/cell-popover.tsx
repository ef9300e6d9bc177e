import Box from '@mui/material/Box';
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';

interface CellPopoverProps {
  /** Contains the popover's cell, the one in the grid that can have the focus. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What is known of the focused cell, and its actions. It does not take the focus: Tab or Enter leads into it. It
 * follows its cell, and hides while the cell is scrolled out of sight.
 */
export function CellPopover({ box, label, onClose, children }: CellPopoverProps) {
  const popover = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const place = () => {
      const frame = box.current?.getBoundingClientRect();
      const cell = box.current?.querySelector('[role=grid] [tabindex="0"]')?.closest('.cell');
      if (!frame || !cell || !popover.current) return;
      const { left, top, bottom } = cell.getBoundingClientRect();
      const { style, offsetWidth, offsetHeight } = popover.current;
      const isInSight = bottom > frame.top && top < frame.bottom;
      const below = bottom + gap + offsetHeight <= innerHeight;
      style.visibility = isInSight ? 'visible' : 'hidden';
      style.left = `${Math.max(gap, Math.min(Math.max(left, frame.left), innerWidth - offsetWidth - 2 * gap))}px`;
      style.top = `${below ? bottom + gap : Math.max(gap, top - gap - offsetHeight)}px`;
    };
    place();
    const stopping = new AbortController();
    const options = { capture: true, passive: true, signal: stopping.signal };
    document.addEventListener('scroll', place, options);
    addEventListener('resize', place, options);
    return () => stopping.abort();
  }, [box]);

  return (
    <Box
      ref={popover}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      sx={popoverStyle}
    >
      {children}
    </Box>
  );
}

const gap = 4;

const popoverStyle = {
  position: 'fixed',
  zIndex: 'tooltip',
  boxSizing: 'border-box',
  width: 304,
  maxWidth: 'calc(100vw - 16px)',
  p: '12px 16px 16px',
  borderRadius: '8px',
  bgcolor: 'ground.raised',
  boxShadow: 'var(--menu-shadow)',
  typography: 'body2',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
  '@media print': { display: 'none' },
} as const;
