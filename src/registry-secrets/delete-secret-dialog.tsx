import { forgetSecret } from '../api/browser-storage/change-remembered.ts';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteObject, objectExists } from '../api/named-objects.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { SyncedTemplates } from './synced-templates.tsx';

export function DeleteSecretDialog({ onDeleted, ...deletion }: Deletion) {
  const { name } = deletion;
  const texts = useTexts('deleteSecrets');
  const connection = useConnection();
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.heading(gone, connection.label)}
      nameLabel={texts.typeName}
      confirmLabel={texts.deleteSecret}
      text={texts.consequence}
      send={() => deleteObject(connection, 'dockerRegistrySecrets', name)}
      isThere={() => objectExists(connection, 'dockerRegistrySecrets', name)}
      refresh={useInvalidate('dockerRegistrySecrets')}
      onDeleted={(how) => {
        forgetSecret(connection, name);
        onDeleted(how);
      }}
    >
      <SyncedTemplates />
    </DeleteDialog>
  );
}
