import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { replaceSecret, secretsQuery } from '../api/docker-registry-secrets.ts';
import { rememberRotated } from '../api/browser-storage/change-remembered.ts';
import { useMemoryState, useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { buildSecretBody } from '../domain/pull-secret/docker-config.ts';
import { knownRegistries } from '../domain/token/username-credential.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { useLastKnown } from '../ui/guard/use-last-known.ts';
import type { WriteOptions } from '../ui/form/use-write.ts';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { BackToList } from './back-to-list.tsx';
import type { ExportedSecret } from './export/exported-secret.ts';
import { FormImageCheck } from './secret-form/aside/image-check.tsx';
import { RequestPreview } from './secret-form/aside/request-preview.tsx';
import { WhatHappens } from './secret-form/aside/what-happens.tsx';
import { ExpiryChip } from './secret-page/expiry-chip.tsx';
import { RollOutAfterwards } from './roll-out-afterwards.tsx';
import { SecretHistory } from './secret-page/secret-history.tsx';
import { SecretSaved } from './secret-saved.tsx';
import { expiryOf, toEntries, type SecretFormValues } from './secret-form/secret-form-values.ts';
import { SecretForm } from './secret-form/secret-form.tsx';

export function RotateSecretPage() {
  const texts = useTexts('secretForm');
  const { name } = useParams({ from: '/$tenant/docker-registry-secrets/$name/rotate' });
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const remembered = useRememberedSecrets(connection).get(name);
  const isReading = useMemoryState(connection) === 'reading';
  const [saved, setSaved] = useState<ExportedSecret>();
  const secret = useLastKnown(secrets.data?.find((one) => one.name === name));

  const rotate: WriteOptions<SecretFormValues> = {
    send: ({ registries }) => replaceSecret(connection, buildSecretBody(name, toEntries(registries))),
    findOut: () => Promise.resolve('repeatable'),
    refresh: useInvalidate('dockerRegistrySecrets'),
    onDone: (values) => {
      const entries = toEntries(values.registries);
      const registries = knownRegistries(entries);
      rememberRotated(connection, { name, registries, expiresAt: expiryOf(values) }, new Date());
      setSaved({ name, entries, method: 'PATCH' });
    },
  };

  if (secrets.data && !saved && !secret) {
    return (
      <EmptyState page heading={texts.missingTitle} action={<BackToList />}>
        {texts.missingText(name)}
      </EmptyState>
    );
  }
  return (
    <>
      <ObjectHeader
        heading={texts.rotateHeading}
        name={name}
        lateFact
        fact={!saved && remembered && <ExpiryChip known={remembered} memory="read" />}
      />
      {(secrets.isPending || (secrets.data && isReading && !saved)) && <LoadingState />}
      {!secrets.data && secrets.error && (
        <ErrorState error={secrets.error} onRetry={() => void secrets.refetch()} />
      )}
      {saved && (
        <SecretSaved
          secret={saved}
          title={texts.rotatedTitle}
          text={texts.rotatedText}
          actions={<RollOutAfterwards name={name} />}
        />
      )}
      {secrets.data && !isReading && !saved && (
        <SecretForm
          fixedName={name}
          known={remembered?.registries ?? []}
          submitLabel={texts.rotate}
          write={rotate}
          secondaryActions={
            <CancelLink to="/$tenant/docker-registry-secrets" params={{ tenant: connection.id }} />
          }
          aside={(control) => (
            <>
              <WhatHappens />
              {remembered && <SecretHistory name={name} known={remembered} />}
              <FormImageCheck control={control} />
              <RequestPreview control={control} connection={connection} method="PATCH" />
            </>
          )}
        />
      )}
    </>
  );
}
