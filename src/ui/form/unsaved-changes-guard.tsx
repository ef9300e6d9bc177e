import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { Dialog } from '../dialog.tsx';
import { useMarkUnsaved } from '../guard/unsaved.ts';
import { useTexts } from '../texts/texts.ts';

interface GuardTexts {
  readonly title: string;
  readonly text: string;
  /** Where the usual words are not meant. */
  readonly stay?: string;
  readonly leave?: string;
}

interface UnsavedChangesGuardProps {
  readonly dirty: boolean;
  /** For a page where something else would be lost. */
  readonly words?: GuardTexts;
  /** Something would be lost by another step of the same page too. */
  readonly everyStep?: boolean;
}

/** Around a form that may be hidden, and asks nothing then: is told whether something is typed into it, as last seen. */
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
 * For what is lost without another address: `ask` does it at once where nothing is typed, else after a `question`, or
 * not at all.
 */
export function useAsked(
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

/** The same of a dialog, which a press beside it closes, soon by mistake. */
export function useAskedClosing(
  dirty: boolean,
  onClose: () => void,
  words?: GuardTexts,
): { close: () => void; question: ReactNode } {
  const { ask, question } = useAsked(dirty, words);
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
