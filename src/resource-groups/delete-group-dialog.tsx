import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { objectStoresQuery } from '../api/groups/object-store-secrets.ts';
import { deleteResourceGroup, findResourceGroup } from '../api/groups/resource-groups.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useDelete } from '../ui/form/use-delete.ts';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { formatList } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface DeleteGroupDialogProps {
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

export function DeleteGroupDialog({ name, onDeleted, onClose }: DeleteGroupDialogProps) {
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const stores = useQuery(objectStoresQuery(connection, name)).data ?? [];

  const write = useDelete({
    send: (gone) => deleteResourceGroup(connection, gone),
    // One that is still listed may be on its way out; asking for that twice does no harm.
    goesSlowly: true,
    isThere: async (gone) => (await findResourceGroup(connection, gone)) !== undefined,
    refresh: useInvalidate('resourceGroups'),
    onDeleted,
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.deleteHeading(gone, connection.label)}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteGroup}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Typography variant="body2">{texts.deleteText}</Typography>
      {stores.length > 0 && (
        <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
          {texts.deleteStores(formatList(stores.map((store) => store.name)))}
        </Typography>
      )}
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
