import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { saysAbsent } from '../../domain/api-problem.ts';
import type { Wording } from '../layout/wording.tsx';
import { useTexts } from '../texts/texts.ts';
import { ConfirmByNameDialog } from './confirm-by-name-dialog.tsx';
import { useWrite, type WriteSuccess } from './use-write.ts';

/** One thing that is to be deleted, and what follows. */
export interface Deletion {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

interface DeleteDialogProps extends Deletion {
  readonly heading: Wording;
  /** The label of the tenant that loses it, where the heading does not say so. */
  readonly tenant?: string;
  /** In the place of “Type the name”. */
  readonly nameLabel?: string;
  readonly confirmLabel: string;
  /** What stops working. */
  readonly text: string;
  /** What uses it, as far as that is known. */
  readonly children?: ReactNode;
  /** What stays. */
  readonly kept?: string;
  readonly send: () => Promise<void>;
  /** Whether it is still there, where no answer came. */
  readonly isThere: () => Promise<boolean>;
  /** It may be listed for a while after AI Core has agreed, so that being there proves nothing. */
  readonly goesSlowly?: boolean;
  readonly refresh: () => Promise<unknown>;
}

/** Deletes one thing after its name was typed. That it is absent already is as good as done. */
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
