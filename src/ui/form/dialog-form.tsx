import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, type FormEventHandler, type ReactNode } from 'react';
import { Dialog } from '../dialog.tsx';
import type { Wording } from '../layout/wording.tsx';
import { useTexts } from '../texts/texts.ts';
import { TypingWatch } from './typing.tsx';
import { UnsavedChangesGuard } from './unsaved-changes-guard.tsx';

interface DialogFormProps {
  readonly heading: Wording;
  readonly name?: string;
  readonly onSubmit: FormEventHandler;
  readonly submitLabel: string;
  readonly dirty: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form for what is kept in this browser, with its buttons at the dialog's foot. */
export function DialogForm(props: DialogFormProps) {
  const { cancel } = useTexts('common');
  const id = useId();
  return (
    <Dialog
      heading={props.heading}
      name={props.name}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{cancel}</Button>
          <Button type="submit" form={id} variant="contained">
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <Box component="form" id={id} noValidate onSubmit={props.onSubmit} sx={{ minWidth: 0, pt: 1 }}>
        <TypingWatch>{props.children}</TypingWatch>
      </Box>
      <UnsavedChangesGuard dirty={props.dirty} />
    </Dialog>
  );
}
