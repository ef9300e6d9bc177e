import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { genericSecretsQuery, replaceGenericSecret } from '../api/groups/generic-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { buildGenericSecretBody } from '../domain/generic-secret/secret-data.ts';
import { searchOf } from '../domain/generic-secret/secret-scope.ts';
import { FoundInList } from '../ui/object/found-in-list.tsx';
import { useLastKnown } from '../ui/guard/use-last-known.ts';
import type { WriteOptions } from '../ui/form/use-write.ts';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { FormInGroup } from '../ui/resource-group/form-in-group.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { GenericSecretForm } from './generic-secret-form.tsx';
import type { GenericSecretValues } from './generic-secret-form-values.ts';
import { GenericSecretSaved } from './generic-secret-saved.tsx';
import { useScopeInAddress } from './scope-in-address.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';

export function RotateGenericSecretPage() {
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  const { name } = useParams({ from: '/$tenant/generic-secrets/$name/rotate' });
  const { scope } = useScopeInAddress();
  const groups = useQuery(resourceGroupsQuery(connection));
  const secrets = useQuery(genericSecretsQuery(connection, scope));
  const [rotated, setRotated] = useState<string[]>();
  const secret = useLastKnown(secrets.data?.find((one) => one.name === name));
  const place = { tenant: connection.id, scope, name };

  const rotate: WriteOptions<GenericSecretValues> = {
    send: ({ entries }) => replaceGenericSecret(connection, scope, buildGenericSecretBody(name, entries)),
    findOut: () => Promise.resolve('repeatable'),
    refresh: useInvalidate('secrets'),
    onDone: ({ entries }) => setRotated(entries.map(({ key }) => key)),
  };

  return (
    <>
      <ObjectHeader heading={texts.rotateHeading} name={name} fact={texts.inScope(scope)} />
      <FormInGroup tenant={connection.id} group={searchOf(scope).group} groups={groups}>
        {rotated ? (
          <GenericSecretSaved {...place} keys={rotated} title={texts.rotatedTitle} />
        ) : (
          <FoundInList
            list={secrets}
            found={secret}
            missingTitle={texts.notFoundTitle}
            missingText={texts.notFoundText(name)}
            backToList={
              <LinkButton
                to="/$tenant/generic-secrets"
                params={{ tenant: connection.id }}
                search={searchOf(scope)}
              >
                {texts.backToList}
              </LinkButton>
            }
          >
            {() => (
              <GenericSecretForm
                {...place}
                submitLabel={texts.rotate}
                write={rotate}
                aside={
                  <GoodToKnow>
                    <p>
                      {texts.rotateNote} <SapDocsLink about="genericSecret" />
                    </p>
                    <p>{texts.rotateRunning}</p>
                  </GoodToKnow>
                }
              />
            )}
          </FoundInList>
        )}
      </FormInGroup>
    </>
  );
}
