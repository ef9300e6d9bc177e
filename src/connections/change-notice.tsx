import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Alert } from '../ui/feedback/alert.tsx';
import { offerFocus } from '../ui/free-hands.ts';
import { smallIconProps } from '../ui/icon-props.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { forgetLastChange, useLastChange, type LastChange } from './last-change.ts';

/** Says what was last done to the connections of this browser, and undoes it; gone with the page. */
export function ChangeNotice() {
  const change = useLastChange();
  useEffect(() => forgetLastChange, []);
  if (!change) return null;
  const key = `${change.kind} ${change.connections.map(({ id }) => id).join(' ')}`;
  return <NoticeOf key={key} {...change} />;
}

function NoticeOf({ kind, connections, undo }: LastChange) {
  const texts = useTexts('connections');
  const alert = useRef<HTMLDivElement>(null);
  // The row or the form that had the focus is gone.
  useEffect(() => offerFocus(alert.current), []);
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      severity="info"
      action={
        <Button color="inherit" size="small" startIcon={<Undo2 {...smallIconProps} />} onClick={undo}>
          {texts.undo}
        </Button>
      }
      onClose={forgetLastChange}
    >
      <Box>
        {texts.changes[kind](connections.map(({ label }) => label))} {kind === 'removed' && texts.removedText}
      </Box>
    </Alert>
  );
}
