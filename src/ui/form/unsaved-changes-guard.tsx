import Button from '@mui/material/Button';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../dialog.tsx';
import { useTexts } from '../texts/texts.ts';

interface GuardTexts {
  readonly title: string;
  readonly text: string;
  readonly stay: string;
  readonly leave: string;
}

/**
 * Asks before a page with unsaved input is left, by link, by the back button or by closing the tab; other
 * `words` are for a page where something else would be lost.
 */
export function UnsavedChangesGuard({ dirty, words }: { dirty: boolean; words?: GuardTexts }) {
  const { leave } = useTexts('common');
  const texts = words ?? leave;
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return <LeaveDialog words={texts} onStay={blocker.reset} onLeave={blocker.proceed} />;
}

interface LeaveDialogProps {
  readonly words: GuardTexts;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** The question alone, for what is left without another address. */
export function LeaveDialog({ words, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Dialog
      heading={words.title}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onLeave}>{words.leave}</Button>
          <Button onClick={onStay} variant="contained" autoFocus>
            {words.stay}
          </Button>
        </>
      }
    >
      {words.text}
    </Dialog>
  );
}
