import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteObject, objectExists } from '../api/named-objects.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { inResourceGroup } from '../domain/resource-group/in-resource-group.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function DeleteObjectStoreDialog({ group, ...deletion }: Deletion & { group: string }) {
  const { name } = deletion;
  const texts = useTexts('objectStores');
  const connection = useConnection();
  const headers = inResourceGroup(group);
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, group)}
      tenant={connection.label}
      confirmLabel={texts.deleteSecret}
      text={name === defaultObjectStore ? texts.deleteDefault : texts.deleteText}
      kept={texts.deleteKept}
      send={() => deleteObject(connection, 'objectStoreSecrets', name, headers)}
      isThere={() => objectExists(connection, 'objectStoreSecrets', name, headers)}
      refresh={useInvalidate('objectStoreSecrets')}
    />
  );
}
