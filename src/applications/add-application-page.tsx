import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  applicationsQuery,
  createApplication,
  findApplication,
  type Application,
} from '../api/applications.ts';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { isSameSource } from '../domain/application/application-source.ts';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { findCreated, type WriteOptions } from '../ui/form/use-write.ts';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationForm } from './application-form.tsx';
import { ApplicationOutcome } from './application-outcome.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';

export function AddApplicationPage() {
  const texts = useTexts('applicationForm');
  const { quotaFull } = useTexts('applications');
  const connection = useConnection();
  const applications = useQuery(applicationsQuery(connection));
  const repositories = useQuery(repositoriesQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'applications'));
  const [added, setAdded] = useState<string>();
  const isRead = applications.isFetched && repositories.isFetched && quota.isFetched;

  const isThere = async (application: Application) => {
    const found = await findApplication(connection, application.name);
    return found !== undefined && isSameSource(found, application);
  };
  const add: WriteOptions<Application> = {
    send: (application) => createApplication(connection, application),
    findOut: (application) => findCreated(isThere(application), applications.data),
    refresh: useInvalidate('applications'),
    onDone: ({ name }) => setAdded(name),
  };

  if (added !== undefined)
    return (
      <>
        <PageHeader heading={texts.addHeading} />
        <ApplicationOutcome name={added} title={texts.addedTitle} onAnother={() => setAdded(undefined)} />
      </>
    );
  return (
    <>
      <PageHeader heading={texts.addHeading} />
      {isRead && <QuotaFull quota={quota.data}>{quotaFull}</QuotaFull>}
      {/* Not isPending: a failed list becomes pending again when it is retried, and the form would disappear. */}
      {isRead ? (
        <ApplicationForm
          aside={
            <GoodToKnow>
              <p>
                {texts.addNote} <SapDocsLink about="repository" />
              </p>
              <p>{texts.secretNote}</p>
            </GoodToKnow>
          }
          submitLabel={texts.add}
          repositories={repositories}
          taken={applications.data ?? []}
          write={add}
          secondaryActions={<CancelLink to="/$tenant/applications" params={{ tenant: connection.id }} />}
        />
      ) : (
        <LoadingState />
      )}
    </>
  );
}
