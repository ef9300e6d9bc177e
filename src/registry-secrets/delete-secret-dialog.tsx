import Box from '@mui/material/Box';
import { forgetSecret } from '../api/browser-storage/change-remembered.ts';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteSecret, secretExists } from '../api/docker-registry-secrets.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useDelete } from '../ui/form/use-delete.ts';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { SyncedTemplates } from './synced-templates.tsx';

interface DeleteSecretDialogProps {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

/** Deletes one secret after its name was typed. */
export function DeleteSecretDialog({ name, onDeleted, onClose }: DeleteSecretDialogProps) {
  const texts = useTexts('deleteSecrets');
  const connection = useConnection();

  const write = useDelete({
    send: (gone) => deleteSecret(connection, gone),
    isThere: (gone) => secretExists(connection, gone),
    refresh: useInvalidate('dockerRegistrySecrets'),
    onDeleted: (how, gone) => {
      forgetSecret(connection, gone);
      onDeleted(how);
    },
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.heading(gone, connection.label)}
      name={name}
      nameLabel={texts.typeName}
      confirmLabel={texts.deleteSecret}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Box sx={{ typography: 'body2' }}>{texts.consequence}</Box>
      <SyncedTemplates />
    </ConfirmByNameDialog>
  );
}
