import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { Dialog } from '../dialog.tsx';
import { useMarkUnsaved } from '../guard/unsaved.ts';
import { useTexts } from '../texts/texts.ts';

interface GuardTexts {
  readonly title: string;
  readonly text: string;
  /** Replaces the usual labels. */
  readonly stay?: string;
  readonly leave?: string;
}

interface UnsavedChangesGuardProps {
  readonly dirty: boolean;
  /** Replaces the usual text, where something else would be lost. */
  readonly words?: GuardTexts;
  /** Also asks when only the step of the page changes. */
  readonly everyStep?: boolean;
}

/** Wraps a form that may be hidden and then cannot ask itself: it is told whether the form has unsaved input. */
export const UnsavedWatch = createContext<(dirty: boolean) => void>(() => undefined);

/** Asks before a page with unsaved input is left, by link, by the back button or by closing the tab. */
export function UnsavedChangesGuard({ dirty, words, everyStep = false }: UnsavedChangesGuardProps) {
  const tell = useContext(UnsavedWatch);
  useEffect(() => tell(dirty), [tell, dirty]);
  useMarkUnsaved(dirty);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && (everyStep || current.pathname !== next.pathname),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return <LeaveDialog words={words} onStay={blocker.reset} onLeave={blocker.proceed} />;
}

/**
 * For a change within the page that would lose input: `ask` does it at once where nothing is typed, and otherwise only
 * after the `question` was confirmed.
 */
export function useConfirmDiscard(
  dirty: boolean,
  words?: GuardTexts,
): { ask: (act: () => void) => void; question: ReactNode } {
  const [wanted, setWanted] = useState<{ readonly act: () => void }>();
  const stay = () => setWanted(undefined);
  return {
    ask: (act) => (dirty ? setWanted({ act }) : act()),
    question: wanted && (
      <LeaveDialog
        words={words}
        onStay={stay}
        onLeave={() => {
          stay();
          wanted.act();
        }}
      />
    ),
  };
}

/** The same for closing a dialog, which a click outside would easily do by mistake. */
export function useConfirmClose(
  dirty: boolean,
  onClose: () => void,
  words?: GuardTexts,
): { close: () => void; question: ReactNode } {
  const { ask, question } = useConfirmDiscard(dirty, words);
  useMarkUnsaved(dirty);
  return { close: () => ask(onClose), question };
}

interface LeaveDialogProps {
  readonly words: GuardTexts | undefined;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

function LeaveDialog({ words, onStay, onLeave }: LeaveDialogProps) {
  const { leave: usual } = useTexts('objects');
  const { title, text, stay, leave }: Required<GuardTexts> = { ...usual, ...words };
  return (
    <Dialog
      heading={title}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onLeave}>{leave}</Button>
          <Button onClick={onStay} variant="contained" autoFocus>
            {stay}
          </Button>
        </>
      }
    >
      {text}
    </Dialog>
  );
}
