import Typography from '@mui/material/Typography';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteObjectStore, objectStoreExists } from '../api/groups/object-store-secrets.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useDelete } from '../ui/form/use-delete.ts';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface DeleteObjectStoreDialogProps {
  readonly group: string;
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

export function DeleteObjectStoreDialog({ group, name, onDeleted, onClose }: DeleteObjectStoreDialogProps) {
  const texts = useTexts('objectStores');
  const connection = useConnection();

  const write = useDelete({
    send: (gone) => deleteObjectStore(connection, group, gone),
    isThere: (gone) => objectStoreExists(connection, group, gone),
    refresh: useInvalidate('objectStoreSecrets'),
    onDeleted,
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.deleteHeading(gone, group)}
      tenant={connection.label}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteSecret}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Typography variant="body2">
        {name === defaultObjectStore ? texts.deleteDefault : texts.deleteText}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
