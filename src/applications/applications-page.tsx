import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { isFull, quotaQuery } from '../api/resource-quota.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { ListToolbar } from '../ui/table/list-toolbar.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationView } from './application-view.ts';
import { ApplicationsTable } from './applications-table.tsx';
import { RefreshFailure } from './refresh-failure.tsx';
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
  const [search, setSearch] = useState('');
  const [deleting, setDeleting] = useState<string>();
  const [deleted, setDeleted] = useState<{ name: string; how: WriteSuccess }>();
  const filter = useDeferredValue(search.trim().toLowerCase());
  const shown = views.filter((view) => matches(view, filter));
  const inProgress = views.filter(({ state }) => state === 'syncing').length;
  const failed = views.filter(({ state }) => state === 'failed').length;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        lean
        fact={
          quota.data && <QuotaMeter {...quota.data} text={texts.quota(quota.data.used, quota.data.max)} />
        }
        note={
          <>
            {texts.note} <SapDocsLink about="repository" />
          </>
        }
        actions={
          <GuardedLink
            allowed={mayWrite}
            to="/$tenant/applications/new"
            params={{ tenant: connection.id }}
            variant="contained"
            startIcon={<Plus {...iconProps} />}
          >
            {texts.add}
          </GuardedLink>
        }
      />
      {deleted && (
        <Notice
          key={deleted.name}
          title={texts.deleted[deleted.how](deleted.name)}
          onClose={() => setDeleted(undefined)}
        />
      )}
      {quota.data && isFull(quota.data) && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {texts.quotaFull}
        </Alert>
      )}
      <RefreshFailure write={refresh} />
      {list.data && (
        <ListToolbar
          searchLabel={texts.search}
          search={search}
          onSearch={setSearch}
          empty={views.length === 0}
          query={list}
          onRefresh={() => void Promise.all([list.refetch(), quota.refetch(), readStatuses()])}
          status={
            <>
              {filter !== '' && texts.shown(shown.length, views.length)}
              {failed > 0 && <div>{texts.failing(failed)}</div>}
              {inProgress > 0 && <div>{texts.watching(inProgress)}</div>}
            </>
          }
        />
      )}
      <ListState query={list} />
      {list.data?.length === 0 && <EmptyState heading={texts.emptyTitle}>{texts.emptyText}</EmptyState>}
      {shown.length > 0 && (
        <ApplicationsTable
          views={shown}
          onRefresh={(name) => void refresh.run(name)}
          onDelete={setDeleting}
        />
      )}
      {views.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={<Button onClick={() => setSearch('')}>{texts.clearSearch}</Button>}
        >
          {texts.noMatchText(search)}
        </EmptyState>
      )}
      {deleting !== undefined && (
        <DeleteApplicationDialog
          name={deleting}
          onDeleted={(how) => {
            setDeleted({ name: deleting, how });
            setDeleting(undefined);
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </>
  );
}

function matches({ application }: ApplicationView, filter: string): boolean {
  const { name, repositoryUrl, path, revision } = application;
  return [name, repositoryUrl, path, revision].some((text) => text.toLowerCase().includes(filter));
}
