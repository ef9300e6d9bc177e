import Typography from '@mui/material/Typography';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteGenericSecret, genericSecretExists } from '../api/groups/generic-secrets.ts';
import type { SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useDelete } from '../ui/form/use-delete.ts';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface DeleteGenericSecretDialogProps {
  readonly scope: SecretScope;
  readonly name: string;
  readonly onDeleted: (how: WriteSuccess) => void;
  readonly onClose: () => void;
}

export function DeleteGenericSecretDialog(props: DeleteGenericSecretDialogProps) {
  const { scope, name, onDeleted, onClose } = props;
  const texts = useTexts('genericSecrets');
  const connection = useConnection();

  const write = useDelete({
    send: (gone) => deleteGenericSecret(connection, scope, gone),
    isThere: (gone) => genericSecretExists(connection, scope, gone),
    refresh: useInvalidate('secrets'),
    onDeleted,
  });

  return (
    <ConfirmByNameDialog
      heading={(gone) => texts.deleteHeading(gone, texts.inScope(scope))}
      tenant={connection.label}
      name={name}
      nameLabel={texts.deleteConfirm}
      confirmLabel={texts.deleteSecret}
      write={write}
      onConfirm={() => void write.run(name)}
      onClose={onClose}
    >
      <Typography variant="body2">{texts.deleteTexts[scope.kind]}</Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.deleteKept}
      </Typography>
    </ConfirmByNameDialog>
  );
}
