import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteObject } from '../api/named-objects.ts';
import { listRepositories } from '../api/repositories.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationsReading } from './applications-reading.tsx';

export function DeleteRepositoryDialog(deletion: Deletion) {
  const { name } = deletion;
  const texts = useTexts('repositories');
  const connection = useConnection();
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      confirmLabel={texts.deleteRepository}
      text={texts.deleteText}
      kept={texts.deleteKept}
      send={() => deleteObject(connection, 'repositories', name)}
      isThere={async () => (await listRepositories(connection)).some((one) => one.name === name)}
      refresh={useInvalidate('repositories')}
    >
      <ApplicationsReading repository={name} />
    </DeleteDialog>
  );
}
