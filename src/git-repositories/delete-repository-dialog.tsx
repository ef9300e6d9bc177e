import Typography from '@mui/material/Typography';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteRepository, listRepositories } from '../api/repositories.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useDelete } from '../ui/form/use-delete.ts';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationsReading } from './applications-reading.tsx';

interface DeleteRepositoryDialogProps {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

export function DeleteRepositoryDialog({ name, onDeleted, onClose }: DeleteRepositoryDialogProps) {
  const texts = useTexts('repositories');
  const connection = useConnection();

  const write = useDelete({
    send: (gone) => deleteRepository(connection, gone),
    isThere: async (gone) => (await listRepositories(connection)).some((one) => one.name === gone),
    refresh: useInvalidate('repositories'),
    onDeleted,
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteRepository}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Typography variant="body2">{texts.deleteText}</Typography>
      <ApplicationsReading repository={name} />
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
