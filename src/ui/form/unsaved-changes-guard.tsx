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
  return (
    <Dialog
      heading={texts.title}
      onClose={blocker.reset}
      actions={
        <>
          <Button onClick={blocker.proceed}>{texts.leave}</Button>
          <Button onClick={blocker.reset} variant="contained" autoFocus>
            {texts.stay}
          </Button>
        </>
      }
    >
      {texts.text}
    </Dialog>
  );
}
