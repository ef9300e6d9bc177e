import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  applicationsQuery,
  awaitReconciliation,
  changeApplication,
  findApplication,
  type Application,
} from '../api/applications.ts';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { isSameSource } from '../domain/application/application-source.ts';
import { FoundInList } from '../ui/object/found-in-list.tsx';
import { useLastKnown } from '../ui/guard/use-last-known.ts';
import type { WriteOptions } from '../ui/form/use-write.ts';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { BackToListLink, CancelLink } from '../ui/buttons/way-back.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationForm } from './application-form.tsx';
import { ApplicationOutcome } from './application-outcome.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';

export function ChangeApplicationPage() {
  const texts = useTexts('applicationForm');
  const listTexts = useTexts('applications');
  const connection = useConnection();
  const queryClient = useQueryClient();
  const { name } = useParams({ from: '/$tenant/applications/$name/edit' });
  const applications = useQuery(applicationsQuery(connection));
  const repositories = useQuery(repositoriesQuery(connection));
  const [changed, setChanged] = useState(false);
  const application = useLastKnown(applications.data?.find((one) => one.name === name));
  const page = { to: '/$tenant/applications/$name', params: { tenant: connection.id, name } } as const;

  const change: WriteOptions<Application> = {
    send: (values) => changeApplication(connection, values),
    findOut: async (values) => {
      const found = await findApplication(connection, values.name);
      if (!found) return 'unknown';
      // Compares URLs exactly: most changes are about their spelling.
      const isChanged = found.repositoryUrl === values.repositoryUrl && isSameSource(found, values);
      return isChanged ? 'done' : 'not-done';
    },
    refresh: useInvalidate('applications'),
    onDone: () => {
      awaitReconciliation(queryClient, connection, name);
      setChanged(true);
    },
  };

  return (
    <>
      <ObjectHeader heading={texts.changeHeading} name={name} />
      {changed ? (
        <ApplicationOutcome name={name} title={texts.changedTitle} />
      ) : (
        <FoundInList
          list={applications}
          found={application}
          missingTitle={listTexts.notFoundTitle}
          missingText={listTexts.notFoundText(name)}
          backToList={<BackToListLink to="/$tenant/applications" params={{ tenant: connection.id }} />}
        >
          {(found) => (
            <>
              <ListState query={applications} />
              {repositories.isFetched && (
                <ApplicationForm
                  aside={
                    <GoodToKnow>
                      {texts.changeNote} <SapDocsLink about="repository" />
                    </GoodToKnow>
                  }
                  submitLabel={texts.change}
                  repositories={repositories}
                  taken={applications.data ?? []}
                  changing={found}
                  write={change}
                  secondaryActions={<CancelLink {...page} />}
                />
              )}
            </>
          )}
        </FoundInList>
      )}
    </>
  );
}
