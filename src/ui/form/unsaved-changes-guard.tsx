import Button from '@mui/material/Button';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../dialog.tsx';
import { useTexts } from '../texts/texts.ts';

/** Asks before a page with unsaved input is left, by link, by the back button or by closing the tab. */
export function UnsavedChangesGuard({ dirty }: { dirty: boolean }) {
  const texts = useTexts('common').leave;
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
