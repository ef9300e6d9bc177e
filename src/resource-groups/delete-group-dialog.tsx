import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { objectStoresQuery } from '../api/groups/object-store-secrets.ts';
import { findResourceGroup } from '../api/groups/resource-groups.ts';
import { deleteObject } from '../api/named-objects.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { formatList } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';

export function DeleteGroupDialog(deletion: Deletion) {
  const { name } = deletion;
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const stores = useQuery(objectStoresQuery(connection, name)).data ?? [];
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteGroup}
      text={texts.deleteText}
      kept={texts.deleteKept}
      send={() => deleteObject(connection, 'resourceGroups', name)}
      // A group that is still listed may be being deleted; asking for that twice does no harm.
      goesSlowly
      isThere={async () => (await findResourceGroup(connection, name)) !== undefined}
      refresh={useInvalidate('resourceGroups')}
    >
      {stores.length > 0 && (
        <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
          {texts.deleteStores(formatList(stores.map((store) => store.name)))}
        </Typography>
      )}
    </DeleteDialog>
  );
}
