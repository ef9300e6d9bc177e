import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteGenericSecret, genericSecretExists } from '../api/groups/generic-secrets.ts';
import type { SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function DeleteGenericSecretDialog({ scope, ...deletion }: Deletion & { scope: SecretScope }) {
  const { name } = deletion;
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, texts.inScope(scope))}
      tenant={connection.label}
      confirmLabel={texts.deleteSecret}
      text={texts.deleteTexts[scope.kind]}
      kept={texts.deleteKept}
      send={() => deleteGenericSecret(connection, scope, name)}
      isThere={() => genericSecretExists(connection, scope, name)}
      refresh={useInvalidate('secrets')}
    />
  );
}
