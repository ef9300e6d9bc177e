import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { createSecret, invalidateSecrets, secretsQuery } from '../api/docker-registry-secrets.ts';
import { buildSecretBody } from '../domain/docker-config.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { Registered } from './registered.tsx';
import { toEntries, type SecretFormValues } from './secret-form-values.ts';
import { SecretForm } from './secret-form.tsx';

export function RegisterPage() {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  const queryClient = useQueryClient();
  const secrets = useQuery(secretsQuery(connection));
  const [registered, setRegistered] = useState<string>();

  const register = async ({ name, registries }: SecretFormValues) => {
    await createSecret(connection, buildSecretBody(name, toEntries(registries)));
    setRegistered(name);
    void invalidateSecrets(queryClient, connection);
  };

  if (registered !== undefined)
    return <Registered name={registered} onAnother={() => setRegistered(undefined)} />;
  return (
    <>
      <PageHeader heading={texts.registerHeading} note={texts.registerNote} />
      {secrets.isPending ? (
        <LoadingState />
      ) : (
        // Without the list nothing is known to be taken; AI Core itself then refuses a repeated name.
        <SecretForm takenNames={secrets.data?.map((secret) => secret.name) ?? []} onSubmit={register} />
      )}
    </>
  );
}
