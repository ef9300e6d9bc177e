import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { isFull, quotaQuery } from '../api/resource-quota.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { Notice } from '../ui/feedback/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { ListToolbar } from '../ui/table/list-toolbar.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoriesTable } from './repositories-table.tsx';

const DeleteRepositoryDialog = lazyPart(
  () => import('./delete-repository-dialog.tsx'),
  'DeleteRepositoryDialog',
);

export function RepositoriesPage() {
  const texts = useTexts('repositories');
  const connection = useConnection();
  const mayWrite = useMayWrite('repositories');
  const repositories = useQuery(repositoriesQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'repositories'));
  const [search, setSearch] = useState('');
  const [deleting, setDeleting] = useState<string>();
  const [deleted, setDeleted] = useState<{ name: string; how: WriteSuccess }>();
  const filter = useDeferredValue(search.trim().toLowerCase());

  const add = (
    <GuardedLink
      allowed={mayWrite}
      to="/$tenant/git-repositories/new"
      params={{ tenant: connection.id }}
      variant="contained"
      startIcon={<Plus {...iconProps} />}
    >
      {texts.add}
    </GuardedLink>
  );
  const all = repositories.data ?? [];
  const shown = all.filter(({ name, url }) => name.includes(filter) || url.toLowerCase().includes(filter));
  const inProgress = all.filter(({ status }) => status === 'IN-PROGRESS').length;
  const full = quota.data !== undefined && isFull(quota.data);

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
        actions={add}
      />
      {deleted && (
        <Notice
          key={deleted.name}
          title={texts.deleted[deleted.how](deleted.name)}
          onClose={() => setDeleted(undefined)}
        />
      )}
      {full && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {texts.quotaFull}
        </Alert>
      )}
      {repositories.data && (
        <ListToolbar
          searchLabel={texts.search}
          search={search}
          onSearch={setSearch}
          empty={all.length === 0}
          query={repositories}
          onRefresh={() => void Promise.all([repositories.refetch(), quota.refetch()])}
          status={
            <>
              {filter !== '' && texts.shown(shown.length, all.length)}
              {inProgress > 0 && <div>{texts.watching(inProgress)}</div>}
            </>
          }
        />
      )}
      <ListState query={repositories} />
      {repositories.data?.length === 0 && (
        <EmptyState heading={texts.emptyTitle}>{texts.emptyText}</EmptyState>
      )}
      {shown.length > 0 && <RepositoriesTable repositories={shown} onDelete={setDeleting} />}
      {shown.some(({ status }) => status === 'ERROR') && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5, maxWidth: 720 }}>
          {texts.errorAdvice}
        </Typography>
      )}
      {all.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={<Button onClick={() => setSearch('')}>{texts.clearSearch}</Button>}
        >
          {texts.noMatchText(search)}
        </EmptyState>
      )}
      {deleting !== undefined && (
        <DeleteRepositoryDialog
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
