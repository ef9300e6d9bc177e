import Box from '@mui/material/Box';
import { useId, type FormEvent, type FormEventHandler, type ReactNode } from 'react';
import { leavesOutcomeOpen, toApiError } from '../../domain/api-problem.ts';
import { Button } from '../buttons/button.tsx';
import { Dialog } from '../dialog.tsx';
import type { Wording } from '../layout/wording.tsx';
import { Alert } from '../feedback/alert.tsx';
import { ProblemSentences } from '../feedback/problem-sentences.tsx';
import { useTexts } from '../texts/texts.ts';
import { TypingWatch } from './typing.tsx';
import { UnsavedChangesGuard, useConfirmClose } from './unsaved-changes-guard.tsx';

interface DialogFormProps {
  readonly heading: Wording;
  readonly name: string;
  readonly onSubmit: FormEventHandler;
  readonly submitLabel: string;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Why it could not be saved. */
  readonly failure: Error | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form in a dialog, with its buttons at the foot. If saving fails it stays open, with everything typed. */
export function DialogForm(props: DialogFormProps) {
  const { cancel } = useTexts('common');
  const id = useId();
  const { close, question } = useConfirmClose(props.dirty, props.onClose);
  const submit = (event: FormEvent) => {
    // A second press does not send it again.
    if (props.busy) event.preventDefault();
    else props.onSubmit(event);
  };
  return (
    <Dialog
      heading={props.heading}
      name={props.name}
      onClose={close}
      actions={
        <>
          <Button variant="outlined" onClick={props.onClose}>
            {cancel}
          </Button>
          <Button type="submit" form={id} variant="contained" aria-busy={props.busy}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <Box component="form" id={id} noValidate onSubmit={submit} sx={{ minWidth: 0 }}>
        <TypingWatch>{props.children}</TypingWatch>
        {props.failure && (
          <Alert severity="error" sx={{ mt: 2 }}>
            <ProblemSentences
              error={props.failure}
              // The request replaces everything, so repeating it is harmless.
              outcome={leavesOutcomeOpen(toApiError(props.failure)) ? 'repeatable' : 'refused'}
            />
          </Alert>
        )}
      </Box>
      <UnsavedChangesGuard dirty={props.dirty} />
      {question}
    </Dialog>
  );
}
