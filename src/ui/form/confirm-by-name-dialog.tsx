import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { BusyButton } from '../buttons/busy-button.tsx';
import { Dialog } from '../dialog.tsx';
import type { Wording } from '../layout/wording.tsx';
import { StillWaiting } from '../feedback/still-waiting.tsx';
import type { WriteState } from './use-write.ts';
import { WriteFailureAlert } from './write-failure-alert.tsx';
import { useTexts } from '../texts/texts.ts';

interface ConfirmByNameDialogProps {
  readonly heading: Wording;
  /** The label of the tenant that is affected, if it is a single one. */
  readonly tenant?: string | undefined;
  /** What has to be typed to enable the button. */
  readonly name: string;
  readonly nameLabel: string;
  readonly confirmLabel: string;
  /** What will stop working. */
  readonly children: ReactNode;
  /** The dialog stays open while the write is pending, and shows why it failed. */
  readonly write: WriteState;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone, and requires its name to be typed. The caller closes it on success. */
export function ConfirmByNameDialog(props: ConfirmByNameDialogProps) {
  const { name, tenant, write, onConfirm, onClose } = props;
  const { cancel, tenant: tenantTexts } = useTexts('common');
  const form = useId();
  const [typed, setTyped] = useState('');
  const pending = write.pending !== undefined;
  const matches = typed.trim() === name;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !pending) onConfirm();
  };

  return (
    <Dialog
      heading={props.heading}
      name={name}
      onClose={() => !pending && onClose()}
      actions={
        <>
          <Button variant="outlined" onClick={onClose} disabled={pending}>
            {cancel}
          </Button>
          <BusyButton
            type="submit"
            form={form}
            variant="contained"
            color="error"
            disabled={!matches}
            busy={pending}
          >
            {props.confirmLabel}
          </BusyButton>
        </>
      }
    >
      <Box component="form" id={form} noValidate onSubmit={onSubmit} aria-busy={pending}>
        {tenant !== undefined && (
          <Box sx={{ typography: 'body2', mb: 1, overflowWrap: 'anywhere' }}>
            {tenantTexts.label}: <strong>{tenant}</strong>
          </Box>
        )}
        <Box sx={{ color: 'text.secondary' }}>{props.children}</Box>
        <TextField
          label={props.nameLabel}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          helperText={<code>{name}</code>}
          autoFocus
          autoComplete="off"
          // Not disabled while pending: it would lose the focus.
          slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none', readOnly: pending } }}
          sx={{ mt: 2.5 }}
        />
        <WriteFailureAlert write={write} sx={{ mt: 1.5 }} />
        {write.pending && <StillWaiting key={write.pending} pending={write.pending} />}
      </Box>
    </Dialog>
  );
}
