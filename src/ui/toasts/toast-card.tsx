import Box from '@mui/material/Box';
import { Check, TriangleAlert, Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../buttons/button.tsx';
import { iconProps, smallIconProps } from '../icon-props.ts';
import { WithName } from '../layout/wording.tsx';
import { inkStyle } from './ink-style.ts';
import { useTexts } from '../texts/texts.ts';
import { hideToast, type Toast } from './toasts.ts';

const shownMs = 4000;
/** With something to decide. */
const undoMs = 8000;

/** It goes by itself, but not while somebody is at it. */
export function ToastCard({ toast }: { toast: Toast }) {
  const { close, undo: undoText } = useTexts('common');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => hideToast(toast), toast.undo ? undoMs : shownMs);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const Icon = toast.failed ? TriangleAlert : Check;
  return (
    <Box
      sx={cardStyle}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon {...iconProps} />
      <span>
        <WithName wording={toast.text} name={toast.name} />
      </span>
      {toast.undo && (
        <Button
          size="small"
          color="inherit"
          startIcon={<Undo2 {...smallIconProps} />}
          onClick={() => {
            toast.undo?.();
            hideToast(toast);
          }}
        >
          {undoText}
        </Button>
      )}
      <Button size="small" color="inherit" aria-label={close} title={close} onClick={() => hideToast(toast)}>
        <X {...smallIconProps} />
      </Button>
    </Box>
  );
}

const cardStyle = {
  ...inkStyle,
  minHeight: 48,
  boxSizing: 'border-box',
  py: 0.5,
  gap: 1.5,
  maxWidth: 560,
  ml: 'auto',
  overflowWrap: 'anywhere',
  '@keyframes rise': { from: { opacity: 0, transform: 'translateY(8px)' } },
  animation: 'rise 180ms cubic-bezier(.2,.8,.2,1)',
  '& > span': { flex: 1 },
} as const;
