import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FormEventHandler, ReactNode } from 'react';
import { ProblemText } from '../feedback/error-state.tsx';
import { StillWaiting } from '../feedback/still-waiting.tsx';
import { TypingWatch } from './typing.tsx';
import { UnsavedChangesGuard } from './unsaved-changes-guard.tsx';

interface FormShellProps {
  readonly onSubmit: FormEventHandler;
  readonly submitLabel: string;
  /** The request is under way: the form stays on screen and cannot be sent twice. */
  readonly pending: boolean;
  /** What the server said that belongs to no field. */
  readonly submitError: Error | null;
  readonly dirty: boolean;
  readonly children: ReactNode;
  readonly secondaryActions?: ReactNode;
}

/** Around every form: one banner for what failed, one button, and a question before what was typed is lost. */
export function FormShell(props: FormShellProps) {
  return (
    <Box component="form" noValidate onSubmit={props.onSubmit} aria-busy={props.pending} sx={{ minWidth: 0 }}>
      <TypingWatch>{props.children}</TypingWatch>
      {props.submitError && (
        <Alert severity="error" variant="outlined" sx={{ mt: 2 }}>
          <ProblemText error={props.submitError} />
        </Alert>
      )}
      {props.pending && <StillWaiting />}
      <Box sx={{ display: 'flex', gap: 1, mt: 2, alignItems: 'center' }}>
        <Button type="submit" variant="contained" loading={props.pending}>
          {props.submitLabel}
        </Button>
        {props.secondaryActions}
      </Box>
      <UnsavedChangesGuard dirty={props.dirty} />
    </Box>
  );
}
