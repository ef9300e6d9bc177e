import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { createSecret, secretsQuery } from '../api/docker-registry-secrets.ts';
import { objectExists } from '../api/named-objects.ts';
import { rememberRegistered } from '../api/browser-storage/change-remembered.ts';
import { buildSecretBody } from '../domain/pull-secret/docker-config.ts';
import { knownRegistries } from '../domain/token/username-credential.ts';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { findCreated, type WriteOptions } from '../ui/form/use-write.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import type { ExportedSecret } from './export/exported-secret.ts';
import { BeforeRegistering } from './secret-form/aside/before-registering.tsx';
import { FormImageCheck } from './secret-form/aside/image-check.tsx';
import { RequestPreview } from './secret-form/aside/request-preview.tsx';
import { SecretSaved } from './secret-saved.tsx';
import { expiryOf, toEntries, type SecretFormValues } from './secret-form/secret-form-values.ts';
import { SecretForm } from './secret-form/secret-form.tsx';

export function RegisterSecretPage() {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const [saved, setSaved] = useState<ExportedSecret>();
  const { import: importFirst } = useSearch({ from: '/$tenant/docker-registry-secrets/new' });
  const navigate = useNavigate();
  const registerAnother = () => {
    void navigate({ to: '.', search: {}, replace: true }).then(() => setSaved(undefined));
  };

  const known = secrets.data?.map((secret) => secret.name);

  const register: WriteOptions<SecretFormValues> = {
    send: ({ name, registries }) => createSecret(connection, buildSecretBody(name, toEntries(registries))),
    findOut: ({ name }) => findCreated(objectExists(connection, 'dockerRegistrySecrets', name), known),
    refresh: useInvalidate('dockerRegistrySecrets'),
    onDone: (values) => {
      const { name } = values;
      const entries = toEntries(values.registries);
      const registries = knownRegistries(entries);
      rememberRegistered(connection, { name, registries, expiresAt: expiryOf(values) }, new Date());
      setSaved({ name, entries, method: 'POST' });
    },
  };

  if (saved) {
    return (
      <>
        <PageHeader heading={texts.registerHeading} />
        <SecretSaved
          secret={saved}
          title={texts.registeredTitle}
          text={texts.registeredText}
          actions={<Button onClick={registerAnother}>{texts.registerAnother}</Button>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader heading={texts.registerHeading} />
      {/* Not isPending: a failed list becomes pending again when it is retried, and the form would disappear. */}
      {secrets.isFetched ? (
        <SecretForm
          // Without the list no name counts as taken; AI Core itself then refuses a duplicate.
          takenNames={known}
          importFirst={importFirst}
          submitLabel={texts.register}
          write={register}
          secondaryActions={
            <CancelLink to="/$tenant/docker-registry-secrets" params={{ tenant: connection.id }} />
          }
          aside={(control, takenNames, check) => (
            <>
              <BeforeRegistering control={control} takenNames={takenNames} check={check} />
              <FormImageCheck control={control} />
              <RequestPreview control={control} connection={connection} method="POST" />
              <SapDocsLink about="secret" />
            </>
          )}
        />
      ) : (
        <LoadingState />
      )}
    </>
  );
}
