import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { deleteObject, objectExists } from '../api/named-objects.ts';
import { scopeHeaders, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { DeleteDialog, type Deletion } from '../ui/form/delete-dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';

export function DeleteGenericSecretDialog({ scope, ...deletion }: Deletion & { scope: SecretScope }) {
  const { name } = deletion;
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  const headers = scopeHeaders(scope);
  return (
    <DeleteDialog
      {...deletion}
      heading={(gone) => texts.deleteHeading(gone, texts.inScope(scope))}
      tenant={connection.label}
      confirmLabel={texts.deleteSecret}
      text={texts.deleteTexts[scope.kind]}
      kept={texts.deleteKept}
      send={() => deleteObject(connection, 'secrets', name, headers)}
      isThere={() => objectExists(connection, 'secrets', name, headers)}
      refresh={useInvalidate('secrets')}
    />
  );
}
