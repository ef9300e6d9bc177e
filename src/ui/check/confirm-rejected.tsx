import { useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { Dialog } from '../dialog.tsx';
import { useTexts } from '../texts/texts.ts';

/** Asks once before credentials that failed the check are saved. Render `dialog` inside the form; `ask` opens it. */
export function useConfirmRejected(): {
  readonly ask: (addresses: readonly string[], save: () => void) => void;
  readonly dialog: ReactNode;
} {
  const texts = useTexts('check');
  const [question, setQuestion] = useState<{
    readonly addresses: readonly string[];
    readonly save: () => void;
  }>();
  const [asked, setAsked] = useState('');
  const close = () => setQuestion(undefined);
  return {
    ask: (addresses, save) => {
      // Once confirmed, the same addresses are not asked about again.
      if (addresses.length === 0 || asked === addresses.join(' ')) save();
      else setQuestion({ addresses, save });
    },
    dialog: question && (
      <Dialog
        heading={texts.confirmHeading}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{texts.confirmBack}</Button>
            <Button
              variant="contained"
              onClick={() => {
                close();
                setAsked(question.addresses.join(' '));
                question.save();
              }}
            >
              {texts.confirmSave}
            </Button>
          </>
        }
      >
        {texts.confirmText(question.addresses)}
      </Dialog>
    ),
  };
}
