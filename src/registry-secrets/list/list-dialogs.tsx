import { showToast } from '../../ui/toasts/toasts.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { DeleteSecretDialog } from '../delete-secret-dialog.tsx';
import { DeleteSecretsDialog } from '../delete-secrets-dialog.tsx';
import { DetailsDialog } from '../secret-page/details-dialog.tsx';
import { ExpiryDialog } from '../secret-page/expiry-dialog.tsx';
import { ExportListDialog } from './export-list-dialog.tsx';
import type { OpenDialog } from './open-dialog.ts';
import type { SecretRow } from './secret-rows.ts';

interface ListDialogsProps {
  readonly dialog: OpenDialog;
  readonly rows: readonly SecretRow[];
  readonly onClose: () => void;
}

/** The dialog that is open over the list. */
export function ListDialogs({ dialog, rows, onClose }: ListDialogsProps) {
  const texts = useTexts('secretPage');
  switch (dialog.kind) {
    case 'delete':
      return (
        <DeleteSecretDialog
          name={dialog.name}
          onDeleted={(how) => {
            showToast({ text: texts.deleted[how], name: dialog.name });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'delete-many':
      return <DeleteSecretsDialog names={dialog.names} onClose={onClose} />;
    case 'details':
      return <DetailsDialog name={dialog.name} onClose={onClose} />;
    case 'expiry':
      return <ExpiryDialog name={dialog.name} onClose={onClose} />;
    case 'export':
      return (
        <ExportListDialog rows={rows.filter(({ name }) => dialog.names.includes(name))} onClose={onClose} />
      );
  }
}
