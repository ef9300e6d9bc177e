import { useQuery } from '@tanstack/react-query';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { quotaQuery } from '../api/resource-quota.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useDeletion } from '../ui/form/use-deletion.tsx';
import { AddLink } from '../ui/guard/guarded-button.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchedList } from '../ui/table/searched-list.tsx';
import { WriteFailureAlert } from '../ui/form/write-failure-alert.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationView } from './application-view.ts';
import { ApplicationsTable } from './applications-table.tsx';
import { useApplicationViews } from './use-application-views.ts';
import { useRefreshApplication } from './use-refresh-application.ts';

const DeleteApplicationDialog = lazyPart(
  () => import('./delete-application-dialog.tsx'),
  'DeleteApplicationDialog',
);

export function ApplicationsPage() {
  const texts = useTexts('applications');
  const connection = useConnection();
  const mayWrite = useMayWrite('applications');
  const { list, views, readStatuses } = useApplicationViews();
  const quota = useQuery(quotaQuery(connection, 'applications'));
  const refresh = useRefreshApplication();
  const deletion = useDeletion(texts.deleted);
  const inProgress = views.filter(({ state }) => state === 'syncing').length;
  const failed = views.filter(({ state }) => state === 'failed').length;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actionsAtFoot
        lateFact
        fact={quota.data && <QuotaMeter quota={quota.data} text={texts.quota} />}
        actions={
          <AddLink allowed={mayWrite} to="/$tenant/applications/new" params={{ tenant: connection.id }}>
            {texts.add}
          </AddLink>
        }
      />
      {deletion.notice}
      <WriteFailureAlert write={refresh} sx={{ mb: 2 }} />
      <SearchedList
        query={list}
        items={views}
        matches={matches}
        texts={texts}
        emptyText={texts.emptyText}
        note={
          <>
            {texts.note} <SapDocsLink about="repository" />
          </>
        }
        onRefresh={() => void Promise.all([list.refetch(), quota.refetch(), readStatuses()])}
        status={
          failed + inProgress > 0 && (
            <>
              {failed > 0 && <div>{texts.failing(failed)}</div>}
              {inProgress > 0 && <div>{texts.watching(inProgress)}</div>}
            </>
          )
        }
      >
        {(shown) => (
          <>
            <ApplicationsTable
              views={shown}
              onRefresh={(name) => void refresh.run(name)}
              onDelete={deletion.ask}
            />
            <QuotaFull quota={quota.data}>{texts.quotaFull}</QuotaFull>
          </>
        )}
      </SearchedList>
      {deletion.dialog && <DeleteApplicationDialog {...deletion.dialog} />}
    </>
  );
}

function matches({ application }: ApplicationView, filter: string): boolean {
  const { name, repositoryUrl, path, revision } = application;
  return [name, repositoryUrl, path, revision].some((text) => text.toLowerCase().includes(filter));
}
