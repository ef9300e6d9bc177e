import Button from '@mui/material/Button';
import { removeConnection } from '../api/browser-storage/added-connections.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function RemoveConnectionDialog({
  connection,
  onClose,
}: {
  connection: Connection;
  onClose: () => void;
}) {
  const texts = useTexts('connections');
  const remove = () => {
    removeConnection(connection.id);
    onClose();
  };
  return (
    <Dialog
      heading={texts.removeTitle(connection.label)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} autoFocus>
            {texts.cancel}
          </Button>
          <Button color="error" variant="contained" onClick={remove}>
            {texts.remove}
          </Button>
        </>
      }
    >
      {texts.removeText}
    </Dialog>
  );
}
