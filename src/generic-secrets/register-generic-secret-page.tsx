import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { createGenericSecret, genericSecretsQuery } from '../api/groups/generic-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { objectExists } from '../api/named-objects.ts';
import { buildGenericSecretBody } from '../domain/generic-secret/secret-data.ts';
import { scopeHeaders, searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { findCreated, type WriteOptions } from '../ui/form/use-write.ts';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { FormInGroup } from '../ui/resource-group/form-in-group.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { GenericSecretForm } from './generic-secret-form.tsx';
import type { GenericSecretValues } from './generic-secret-form-values.ts';
import { GenericSecretSaved } from './generic-secret-saved.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { useScopeInAddress } from './scope-in-address.ts';
import { SharedQuota } from './shared-quota.tsx';

export function RegisterGenericSecretPage() {
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  const { scope: first } = useScopeInAddress();
  const [scope, setScope] = useState<SecretScope>(first);
  const groups = useQuery(resourceGroupsQuery(connection));
  const secrets = useQuery(genericSecretsQuery(connection, scope));
  // The list of another scope must not decide which form is shown.
  const [isReady, setReady] = useState(false);
  if (secrets.isFetched && !isReady) setReady(true);
  const [registered, setRegistered] = useState<{ name: string; keys: string[] }>();
  const known = secrets.data?.map(({ name }) => name);
  const place = { tenant: connection.id, scope };

  const register: WriteOptions<GenericSecretValues> = {
    send: ({ name, entries }) =>
      createGenericSecret(connection, scope, buildGenericSecretBody(name, entries)),
    findOut: ({ name }) => findCreated(objectExists(connection, 'secrets', name, scopeHeaders(scope)), known),
    refresh: useInvalidate('secrets'),
    onDone: ({ name, entries }) => setRegistered({ name, keys: entries.map(({ key }) => key) }),
  };

  return (
    <>
      <PageHeader heading={texts.registerHeading} />
      <FormInGroup tenant={connection.id} group={searchOf(first).group} groups={groups}>
        {registered && (
          <GenericSecretSaved
            {...place}
            {...registered}
            title={texts.registeredTitle}
            onAnother={() => setRegistered(undefined)}
          />
        )}
        {!registered && !isReady && <LoadingState />}
        {!registered && isReady && (
          <GenericSecretForm
            {...place}
            scopeChoice={
              <>
                <ScopeChoice explained scope={scope} onChange={setScope} />
                {scope.kind === 'all' && <SharedQuota />}
              </>
            }
            name=""
            taken={known ?? []}
            submitLabel={texts.register}
            write={register}
            aside={
              <GoodToKnow>
                <p>
                  {texts.registerNote} <SapDocsLink about="genericSecret" />
                </p>
                <p>{texts.notForPulling}</p>
              </GoodToKnow>
            }
          />
        )}
      </FormInGroup>
    </>
  );
}
