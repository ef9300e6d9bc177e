import MuiDialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { WithName, type Wording } from './layout/wording.tsx';

interface DialogProps {
  /** A function inserts the name of what it is about. */
  readonly heading: Wording;
  readonly name?: string | undefined;
  readonly onClose: () => void;
  /** At the foot, the main action last. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A dialog named by its heading; closing gives the focus back to what opened it. */
export function Dialog({ heading, name, onClose, actions, children, wide = false }: DialogProps) {
  const id = useId();
  return (
    <MuiDialog
      open
      onClose={onClose}
      aria-labelledby={id}
      fullWidth
      maxWidth={false}
      slotProps={{ paper: { sx: { maxWidth: wide ? 880 : 480, m: { xs: 2, sm: 4 } } } }}
    >
      <DialogTitle id={id} sx={headingStyle}>
        <WithName wording={heading} name={name} />
      </DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions>{actions}</DialogActions>
    </MuiDialog>
  );
}

const headingStyle = { overflowWrap: 'anywhere', '& code': { fontSize: '0.875rem' } } as const;
