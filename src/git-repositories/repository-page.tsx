import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { RotateCcwKey } from 'lucide-react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { ObjectPage } from '../ui/object/object-page.tsx';
import { Section } from '../ui/layout/section.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryStatusChip } from './repository-status-chip.tsx';
import { lacksGitSuffix, RepositoryUrl } from './repository-url.tsx';

const DeleteRepositoryDialog = lazyPart(
  () => import('./delete-repository-dialog.tsx'),
  'DeleteRepositoryDialog',
);

export function RepositoryPage() {
  const { name } = useParams({ from: '/$tenant/git-repositories/$name' });
  const texts = useTexts('repositories');
  const formTexts = useTexts('repositoryForm');
  const connection = useConnection();
  const mayWrite = useMayWrite('repositories');
  const repositories = useQuery(repositoriesQuery(connection));
  const repository = repositories.data?.find((one) => one.name === name);
  const params = { tenant: connection.id, name };

  return (
    <ObjectPage
      name={name}
      about="repository"
      list={repositories}
      isListed={repository !== undefined}
      texts={{ ...formTexts, ...texts }}
      backToList={<BackToListLink to="/$tenant/git-repositories" params={params} variant="contained" />}
      status={repository && <RepositoryStatusChip status={repository.status} />}
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
      mayDelete={mayWrite}
      DeleteDialog={DeleteRepositoryDialog}
    >
      {repository && (
        <>
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
        </>
      )}
    </ObjectPage>
  );
}
