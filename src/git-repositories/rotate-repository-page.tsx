import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { repositoriesQuery, rotateRepositoryCredentials } from '../api/repositories.ts';
import { FoundInList } from '../ui/object/found-in-list.tsx';
import { useLastKnown } from '../ui/guard/use-last-known.ts';
import type { WriteOptions } from '../ui/form/use-write.ts';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { BackToListLink, CancelLink } from '../ui/buttons/way-back.tsx';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryForm } from './repository-form.tsx';
import { toRepositoryBody, type RepositoryFormValues } from './repository-form-values.ts';
import { RepositoryOutcome } from './repository-outcome.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';

export function RotateRepositoryPage() {
  const texts = useTexts('repositoryForm');
  const connection = useConnection();
  const { name } = useParams({ from: '/$tenant/git-repositories/$name/rotate' });
  const repositories = useQuery(repositoriesQuery(connection));
  const [rotated, setRotated] = useState(false);
  const repository = useLastKnown(repositories.data?.find((one) => one.name === name));

  const rotate: WriteOptions<RepositoryFormValues> = {
    send: (values) => rotateRepositoryCredentials(connection, name, toRepositoryBody(values)),
    findOut: () => Promise.resolve('repeatable'),
    refresh: useInvalidate('repositories'),
    onDone: () => setRotated(true),
  };
  const list = { to: '/$tenant/git-repositories', params: { tenant: connection.id } } as const;

  return (
    <>
      <ObjectHeader heading={texts.rotateHeading} name={name} />
      {rotated ? (
        <RepositoryOutcome name={name} title={texts.rotatedTitle} />
      ) : (
        <FoundInList
          list={repositories}
          found={repository}
          missingTitle={texts.notFoundTitle}
          missingText={texts.notFoundText(name)}
          backToList={<BackToListLink {...list} />}
        >
          {(found) => (
            <RepositoryForm
              aside={
                <GoodToKnow>
                  {texts.rotateNote} <SapDocsLink about="repository" />
                </GoodToKnow>
              }
              submitLabel={texts.rotate}
              rotating={found}
              write={rotate}
              secondaryActions={<CancelLink {...list} />}
            />
          )}
        </FoundInList>
      )}
    </>
  );
}
