import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { RotateCcwKey } from 'lucide-react';
import { useState } from 'react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ObjectHeader } from '../ui/layout/object-header.tsx';
import { DeletedObject } from '../ui/layout/deleted-object.tsx';
import { DeleteCard } from '../ui/layout/delete-card.tsx';
import { Section } from '../ui/layout/section.tsx';
import { WithAside } from '../ui/layout/with-aside.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryStatusChip } from './repository-status-chip.tsx';
import { lacksGitSuffix, RepositoryUrl } from './repository-url.tsx';

const DeleteRepositoryDialog = lazyPart(
  () => import('./delete-repository-dialog.tsx'),
  'DeleteRepositoryDialog',
);

/** A page for each repository; following a link from one to another begins anew. */
export function RepositoryPage() {
  const { name } = useParams({ from: '/$tenant/git-repositories/$name' });
  return <PageOf key={name} name={name} />;
}

function PageOf({ name }: { name: string }) {
  const texts = useTexts('repositories');
  const formTexts = useTexts('repositoryForm');
  const connection = useConnection();
  const mayWrite = useMayWrite('repositories');
  const repositories = useQuery(repositoriesQuery(connection));
  const [deleting, setDeleting] = useState(false);
  const [deleted, setDeleted] = useState<WriteSuccess>();
  const repository = repositories.data?.find((one) => one.name === name);
  const params = { tenant: connection.id, name };
  const backToList = (
    <LinkButton to="/$tenant/git-repositories" params={params} variant="contained">
      {formTexts.backToList}
    </LinkButton>
  );

  if (deleted) return <DeletedObject name={name} title={texts.deleted[deleted](name)} back={backToList} />;
  if (repositories.data && !repository) {
    return (
      <EmptyState page heading={formTexts.notFoundTitle} action={backToList}>
        {formTexts.notFoundText(name)}
      </EmptyState>
    );
  }
  return (
    <>
      <ObjectHeader
        name={name}
        unread={repositories.isLoadingError}
        fact={
          <Box role="status" sx={{ minHeight: 20 }}>
            {repository && <RepositoryStatusChip status={repository.status} />}
          </Box>
        }
        actions={
          <GuardedLink
            allowed={mayWrite}
            to="/$tenant/git-repositories/$name/rotate"
            params={params}
            variant="contained"
            startIcon={<RotateCcwKey {...iconProps} />}
          >
            {texts.rotate}
          </GuardedLink>
        }
      />
      <ListState query={repositories} />
      {repository && (
        <WithAside>
          <Section heading={texts.url}>
            <Box sx={{ overflowWrap: 'anywhere' }}>
              <RepositoryUrl url={repository.url} />
            </Box>
          </Section>
          <Section heading={texts.status}>
            {formTexts.outcome[repository.status]}
            {repository.status === 'ERROR' && (
              <Box sx={{ mt: 1 }}>
                {lacksGitSuffix(repository.url) ? texts.lacksGitSuffix : texts.errorAdvice}
              </Box>
            )}
          </Section>
          <DeleteCard
            allowed={mayWrite}
            heading={texts.deleteTitle}
            label={texts.deleteButton}
            onDelete={() => setDeleting(true)}
          >
            {texts.deletePageText}
          </DeleteCard>
        </WithAside>
      )}
      {deleting && (
        <DeleteRepositoryDialog name={name} onDeleted={setDeleted} onClose={() => setDeleting(false)} />
      )}
    </>
  );
}
