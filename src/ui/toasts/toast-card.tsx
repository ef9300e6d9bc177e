import Box from '@mui/material/Box';
import { Check, TriangleAlert, Undo2, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../buttons/button.tsx';
import { iconProps, smallIconProps } from '../icon-props.ts';
import { isTyping } from '../polite-focus.ts';
import { letterOf } from '../keys/letter-of.ts';
import { inkStyle } from './ink-style.ts';
import { useTexts } from '../texts/texts.ts';
import { hideToast, type Toast } from './toasts.ts';

const shownMs = 4000;
/** A toast with an action. */
const undoMs = 8000;

/** Disappears by itself, but not while it is hovered or focused. */
export function ToastCard({ toast }: { toast: Toast }) {
  const { close, undo: undoText } = useTexts('common');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => hideToast(toast), toast.undo ? undoMs : shownMs);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const undo = () => {
    toast.undo?.();
    hideToast(toast);
  };
  // Its button is far away for a keyboard, and does not stay for long.
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event;
    if (!toast.undo || letterOf(event) !== 'z' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
    if (event.defaultPrevented || isTyping()) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
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
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          size="small"
          color="inherit"
          startIcon={<Undo2 {...smallIconProps} />}
          aria-keyshortcuts="Control+Z Meta+Z"
          onClick={undo}
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
