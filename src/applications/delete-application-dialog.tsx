import Typography from '@mui/material/Typography';
import { deleteApplication, findApplication } from '../api/applications.ts';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useDelete } from '../ui/form/use-delete.ts';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface DeleteApplicationDialogProps {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

export function DeleteApplicationDialog({ name, onDeleted, onClose }: DeleteApplicationDialogProps) {
  const texts = useTexts('applications');
  const connection = useConnection();

  const write = useDelete({
    send: (gone) => deleteApplication(connection, gone),
    isThere: async (gone) => (await findApplication(connection, gone)) !== undefined,
    refresh: useInvalidate('applications'),
    onDeleted,
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteApplication}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Typography variant="body2">{texts.deleteText}</Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
