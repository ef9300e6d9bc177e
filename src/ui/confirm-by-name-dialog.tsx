import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { ProblemText } from './feedback/error-state.tsx';
import { StillWaiting } from './feedback/still-waiting.tsx';
import { useTexts } from './texts/texts.ts';

interface ConfirmByNameDialogProps {
  readonly heading: string;
  /** What has to be typed before the button works. */
  readonly name: string;
  readonly nameLabel: string;
  readonly confirmLabel: string;
  /** What stops working. */
  readonly children: ReactNode;
  /** Does it; a rejection is shown inside, and the dialog stays. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone, and wants the name typed. The caller closes it after success. */
export function ConfirmByNameDialog(props: ConfirmByNameDialogProps) {
  const { name, onConfirm, onClose } = props;
  const { cancel } = useTexts('common');
  const form = useId();
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const matches = typed.trim() === name;

  const submit = async () => {
    setPending(true);
    setError(undefined);
    try {
      await onConfirm();
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error());
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !pending) void submit();
  };

  return (
    <Dialog
      heading={props.heading}
      onClose={() => !pending && onClose()}
      actions={
        <>
          <Button onClick={onClose} disabled={pending}>
            {cancel}
          </Button>
          <Button
            type="submit"
            form={form}
            variant="contained"
            color="error"
            disabled={!matches}
            loading={pending}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <Box component="form" id={form} noValidate onSubmit={onSubmit} aria-busy={pending}>
        {props.children}
        <TextField
          label={props.nameLabel}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          helperText={name}
          autoFocus
          autoComplete="off"
          // Not disabled while pending: the focus would be lost.
          slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none', readOnly: pending } }}
          sx={{ mt: 2.5 }}
        />
        {error && (
          <Alert severity="error" variant="outlined" sx={{ mt: 1.5 }}>
            <ProblemText error={error} />
          </Alert>
        )}
        {pending && <StillWaiting />}
      </Box>
    </Dialog>
  );
}
