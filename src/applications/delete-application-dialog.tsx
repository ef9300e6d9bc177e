import { findApplication } from '../api/applications.ts';
import { deleteObject } from '../api/named-objects.ts';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function DeleteApplicationDialog(deletion: Deletion) {
  const { name } = deletion;
  const texts = useTexts('applications');
  const connection = useConnection();
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      confirmLabel={texts.deleteApplication}
      text={texts.deleteText}
      kept={texts.deleteKept}
      send={() => deleteObject(connection, 'applications', name)}
      isThere={async () => (await findApplication(connection, name)) !== undefined}
      refresh={useInvalidate('applications')}
    />
  );
}
