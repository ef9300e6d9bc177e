import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteObjectStore, objectStoreExists } from '../api/groups/object-store-secrets.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function DeleteObjectStoreDialog({ group, ...deletion }: Deletion & { group: string }) {
  const { name } = deletion;
  const texts = useTexts('objectStores');
  const connection = useConnection();
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, group)}
      tenant={connection.label}
      confirmLabel={texts.deleteSecret}
      text={name === defaultObjectStore ? texts.deleteDefault : texts.deleteText}
      kept={texts.deleteKept}
      send={() => deleteObjectStore(connection, group, name)}
      isThere={() => objectStoreExists(connection, group, name)}
      refresh={useInvalidate('objectStoreSecrets')}
    />
  );
}
