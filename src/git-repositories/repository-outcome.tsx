import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { WithName } from '../ui/layout/wording.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryStatusChip } from './repository-status-chip.tsx';

interface RepositoryOutcomeProps {
  readonly name: string;
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: what AI Core makes of the repository, followed until it has settled, and where to go on. */
export function RepositoryOutcome({ name, title, onAnother }: RepositoryOutcomeProps) {
  const texts = useTexts('repositoryForm');
  const connection = useConnection();
  const { data } = useQuery(repositoriesQuery(connection));
  const status = data?.find((repository) => repository.name === name)?.status;
  const params = { tenant: connection.id };

  return (
    <>
      <Notice
        title={
          <WithName wording={title} name={name}>
            <NameLink to="/$tenant/git-repositories/$name" params={{ ...params, name }}>
              <code>{name}</code>
            </NameLink>
          </WithName>
        }
      />
      <Box
        role="status"
        aria-label={texts.statusNow}
        sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', typography: 'body2', minHeight: 32 }}
      >
        {status && (
          <>
            <RepositoryStatusChip status={status} />
            <span>{texts.outcome[status]}</span>
          </>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <LinkButton to="/$tenant/git-repositories" params={params} variant="contained">
          {texts.backToList}
        </LinkButton>
        {onAnother && <Button onClick={onAnother}>{texts.addAnother}</Button>}
        <LinkButton to="/$tenant/onboarding" params={params}>
          {texts.toOnboarding}
        </LinkButton>
      </Box>
    </>
  );
}
