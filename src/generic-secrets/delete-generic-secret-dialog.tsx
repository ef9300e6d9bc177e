import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useConnection } from '../api/current-connection.tsx';
import {
  deleteGenericSecret,
  genericSecretExists,
  invalidateGenericSecrets,
} from '../api/groups/generic-secrets.ts';
import { saysAbsent } from '../domain/api-problem.ts';
import type { SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { ConfirmByNameDialog } from '../ui/form/confirm-by-name-dialog.tsx';
import { useWrite, type WriteSuccess } from '../ui/form/use-write.ts';
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
  const queryClient = useQueryClient();

  const write = useWrite<string>({
    send: (gone) => deleteGenericSecret(connection, scope, gone),
    saysDone: saysAbsent,
    findOut: async (gone) => ((await genericSecretExists(connection, scope, gone)) ? 'not-done' : 'done'),
    refresh: () => invalidateGenericSecrets(queryClient, connection),
    onDone: (_gone, how) => onDeleted(how),
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
