import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { createRepository, repositoriesQuery, repositoryExists } from '../api/repositories.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { findCreated, type WriteOptions } from '../ui/form/use-write.ts';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryForm } from './repository-form.tsx';
import { toRepositoryBody, type RepositoryFormValues } from './repository-form-values.ts';
import { RepositoryOutcome } from './repository-outcome.tsx';

export function AddRepositoryPage() {
  const texts = useTexts('repositoryForm');
  const { quotaFull } = useTexts('repositories');
  const connection = useConnection();
  const repositories = useQuery(repositoriesQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'repositories'));
  const [added, setAdded] = useState<string>();
  const isRead = repositories.isFetched && quota.isFetched;

  const known = repositories.data;

  const add: WriteOptions<RepositoryFormValues> = {
    send: (values) => createRepository(connection, toRepositoryBody(values)),
    findOut: ({ name, url }) => findCreated(repositoryExists(connection, { name, url }), known),
    refresh: useInvalidate('repositories'),
    onDone: ({ name }) => setAdded(name),
  };

  if (added !== undefined)
    return (
      <>
        <PageHeader heading={texts.addHeading} />
        <RepositoryOutcome name={added} title={texts.addedTitle} onAnother={() => setAdded(undefined)} />
      </>
    );
  return (
    <>
      <PageHeader heading={texts.addHeading} />
      {isRead && <QuotaFull quota={quota.data}>{quotaFull}</QuotaFull>}
      {/* Not isPending: a failed list becomes pending again when it is retried, and the form would disappear. */}
      {isRead ? (
        // Without the list no name counts as taken; AI Core itself then refuses it.
        <RepositoryForm
          aside={
            <GoodToKnow>
              {texts.addNote} <SapDocsLink about="repository" />
            </GoodToKnow>
          }
          submitLabel={texts.add}
          taken={known ?? []}
          write={add}
          secondaryActions={<CancelLink to="/$tenant/git-repositories" params={{ tenant: connection.id }} />}
        />
      ) : (
        <LoadingState />
      )}
    </>
  );
}
