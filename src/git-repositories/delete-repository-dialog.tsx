import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useConnection } from '../api/current-connection.tsx';
import { deleteRepository, invalidateRepositories } from '../api/repositories.ts';
import { ConfirmByNameDialog } from '../ui/confirm-by-name-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface DeleteDialogProps {
  readonly name: string;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

export function DeleteDialog({ name, onDeleted, onClose }: DeleteDialogProps) {
  const texts = useTexts('repositories');
  const connection = useConnection();
  const queryClient = useQueryClient();

  const remove = async () => {
    try {
      await deleteRepository(connection, name);
    } catch (error) {
      // It may be gone all the same: the answer was lost, or somebody else was faster.
      void invalidateRepositories(queryClient, connection);
      throw error;
    }
    await invalidateRepositories(queryClient, connection);
    onDeleted();
  };

  return (
    <ConfirmByNameDialog
      heading={texts.deleteHeading(name)}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.delete}
      onConfirm={remove}
      onClose={onClose}
    >
      <Typography variant="body2">{texts.deleteText}</Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
