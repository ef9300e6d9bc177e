import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { saysAbsent } from '../../domain/api-problem.ts';
import type { Wording } from '../layout/wording.tsx';
import { useTexts } from '../texts/texts.ts';
import { ConfirmByNameDialog } from './confirm-by-name-dialog.tsx';
import { useWrite, type WriteSuccess } from './use-write.ts';

/** One thing to delete, and what to do afterwards. */
export interface Deletion {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

interface DeleteDialogProps extends Deletion {
  readonly heading: Wording;
  /** The label of the tenant, where the heading does not name it. */
  readonly tenant?: string;
  /** Replaces “Type the name”. */
  readonly nameLabel?: string;
  readonly confirmLabel: string;
  /** What will stop working. */
  readonly text: string;
  /** What uses it, as far as that is known. */
  readonly children?: ReactNode;
  /** What is kept. */
  readonly kept?: string;
  readonly send: () => Promise<void>;
  /** Whether it still exists, asked when the answer was lost. */
  readonly isThere: () => Promise<boolean>;
  /** AI Core may list it for a while after accepting the deletion, so finding it proves nothing. */
  readonly goesSlowly?: boolean;
  readonly refresh: () => Promise<unknown>;
}

/** Deletes one thing after its name was typed. If it is already absent, that counts as success. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { name, text, kept, send, isThere, goesSlowly = false, refresh, onDeleted } = props;
  const { typeName } = useTexts('objects');
  const write = useWrite<string>({
    send,
    saysDone: saysAbsent,
    findOut: async () => {
      if (!(await isThere())) return 'done';
      return goesSlowly ? 'unknown' : 'not-done';
    },
    refresh,
    onDone: (_, how) => onDeleted(how),
  });
  return (
    <ConfirmByNameDialog
      heading={props.heading}
      tenant={props.tenant}
      name={name}
      nameLabel={props.nameLabel ?? typeName}
      confirmLabel={props.confirmLabel}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={props.onClose}
    >
      <Typography variant="body2">{text}</Typography>
      {props.children}
      {kept !== undefined && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {kept}
        </Typography>
      )}
    </ConfirmByNameDialog>
  );
}
