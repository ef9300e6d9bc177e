import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { useDeletion } from '../ui/form/use-deletion.tsx';
import { AddLink } from '../ui/guard/guarded-button.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { SearchedList } from '../ui/table/searched-list.tsx';
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
  const deletion = useDeletion(texts.deleted);

  const all = repositories.data ?? [];
  const inProgress = all.filter(({ status }) => status === 'IN-PROGRESS').length;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actionsAtFoot
        lateFact
        fact={quota.data && <QuotaMeter quota={quota.data} text={texts.quota} />}
        actions={
          <AddLink allowed={mayWrite} to="/$tenant/git-repositories/new" params={{ tenant: connection.id }}>
            {texts.add}
          </AddLink>
        }
      />
      {deletion.notice}
      <SearchedList
        query={repositories}
        items={all}
        matches={({ name, url }, search) => name.includes(search) || url.toLowerCase().includes(search)}
        texts={texts}
        emptyText={texts.emptyText}
        note={
          <>
            {texts.note} <SapDocsLink about="repository" />
          </>
        }
        onRefresh={() => void Promise.all([repositories.refetch(), quota.refetch()])}
        status={inProgress > 0 && <div>{texts.watching(inProgress)}</div>}
      >
        {(shown) => (
          <>
            <RepositoriesTable repositories={shown} onDelete={deletion.ask} />
            {shown.some(({ status }) => status === 'ERROR') && (
              <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5, maxWidth: 720 }}>
                {texts.errorAdvice}
              </Typography>
            )}
            <QuotaFull quota={quota.data}>{texts.quotaFull}</QuotaFull>
          </>
        )}
      </SearchedList>
      {deletion.dialog && <DeleteRepositoryDialog {...deletion.dialog} />}
    </>
  );
}
