import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FormEventHandler, ReactNode } from 'react';
import { Alert } from '../feedback/alert.tsx';
import { StillWaiting } from '../feedback/still-waiting.tsx';
import { TypingWatch } from './typing.tsx';
import { UnsavedChangesGuard } from './unsaved-changes-guard.tsx';
import type { WriteState } from './use-write.ts';
import { WriteFailureText } from './write-failure-text.tsx';

interface FormShellProps {
  readonly onSubmit: FormEventHandler;
  readonly submitLabel: string;
  /** While it is under way the form stays on screen and cannot be sent twice; what failed stands below it. */
  readonly write: WriteState;
  /** Until it is sent and taken: then the page shows something else, and the form is gone. */
  readonly dirty: boolean;
  readonly children: ReactNode;
  readonly secondaryActions?: ReactNode;
}

/** Around every form: one banner for what failed, one button, and a question before what was typed is lost. */
export function FormShell(props: FormShellProps) {
  const { pending, failure, askAgain } = props.write;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={props.onSubmit}
      aria-busy={pending !== undefined}
      sx={{ minWidth: 0, maxWidth: 1040 }}
    >
      <TypingWatch>{props.children}</TypingWatch>
      {failure && (
        <Alert severity="error" sx={{ mt: 2 }}>
          <WriteFailureText failure={failure} onAskAgain={askAgain} />
        </Alert>
      )}
      {pending && <StillWaiting key={pending} pending={pending} />}
      <Box sx={{ display: 'flex', gap: 1, mt: 2, alignItems: 'center' }}>
        <Button type="submit" variant="contained" loading={pending !== undefined}>
          {props.submitLabel}
        </Button>
        {props.secondaryActions}
      </Box>
      <UnsavedChangesGuard dirty={props.dirty} />
    </Box>
  );
}
