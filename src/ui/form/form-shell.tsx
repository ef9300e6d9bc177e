import Box from '@mui/material/Box';
import { useId, type FormEventHandler, type ReactNode, type Ref } from 'react';
import { BusyButton } from '../buttons/busy-button.tsx';
import { StillWaiting } from '../feedback/still-waiting.tsx';
import { ActionBar, buttonLineStyle } from '../layout/action-bar.tsx';
import { WithAside } from '../layout/with-aside.tsx';
import { TypingWatch } from './typing.tsx';
import { UnsavedChangesGuard } from './unsaved-changes-guard.tsx';
import type { WriteState } from './use-write.ts';
import { WriteFailureAlert } from './write-failure-alert.tsx';

export interface FormShellProps {
  readonly onSubmit: FormEventHandler;
  readonly submitLabel: string;
  /** While it is pending the form stays visible and cannot be sent twice; a failure is shown at its end. */
  readonly write: WriteState;
  /** Stays true until the form was sent successfully; after that the page shows something else. */
  readonly dirty: boolean;
  readonly children: ReactNode;
  readonly secondaryActions?: ReactNode;
  readonly ref?: Ref<HTMLFormElement>;
}

interface PageFormProps extends FormShellProps {
  readonly aside?: ReactNode;
  /** At the end of the bar, where there is room. */
  readonly note?: string;
}

/** Wraps every form: one banner for failures, one submit button, and a question before typed input is lost. */
export function FormShell(props: FormShellProps) {
  return (
    <Box {...formProps(props)} sx={formStyle}>
      <TypingWatch>{props.children}</TypingWatch>
      <WriteOutcome write={props.write} />
      <Box sx={{ ...buttonLineStyle, mt: 2 }}>
        <BusyButton type="submit" variant="contained" busy={props.write.pending !== undefined}>
          {props.submitLabel}
        </BusyButton>
        {props.secondaryActions}
      </Box>
      <UnsavedChangesGuard dirty={props.dirty} />
    </Box>
  );
}

/** The same as a whole page, with an aside, and its buttons in a bar at the foot of the window. */
export function PageForm(props: PageFormProps) {
  const id = useId();
  const bar = (
    <ActionBar note={props.note} outcome={<WriteOutcome write={props.write} />}>
      <BusyButton type="submit" form={id} variant="contained" busy={props.write.pending !== undefined}>
        {props.submitLabel}
      </BusyButton>
      {props.secondaryActions}
    </ActionBar>
  );
  return (
    <WithAside aside={props.aside} foot={bar}>
      <Box {...formProps(props)} id={id} sx={formStyle}>
        <TypingWatch>{props.children}</TypingWatch>
      </Box>
      <UnsavedChangesGuard dirty={props.dirty} />
    </WithAside>
  );
}

function formProps({ onSubmit, write, ref }: FormShellProps) {
  const { pending } = write;
  return { component: 'form', ref, noValidate: true, onSubmit, 'aria-busy': pending !== undefined } as const;
}

function WriteOutcome({ write }: { write: WriteState }) {
  const { pending } = write;
  return (
    <>
      <WriteFailureAlert write={write} sx={{ mt: 2 }} />
      {pending && <StillWaiting key={pending} pending={pending} />}
    </>
  );
}

const formStyle = { minWidth: 0, maxWidth: 1040 } as const;
