import { useQuery } from '@tanstack/react-query';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { AfterWrite, CurrentStatus } from '../ui/object/after-write.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryStatusChip } from './repository-status-chip.tsx';

interface RepositoryOutcomeProps {
  readonly name: string;
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: the repository's status, polled until it has settled, and where to go next. */
export function RepositoryOutcome({ name, title, onAnother }: RepositoryOutcomeProps) {
  const texts = useTexts('repositoryForm');
  const connection = useConnection();
  const { data } = useQuery(repositoriesQuery(connection));
  const status = data?.find((repository) => repository.name === name)?.status;
  const params = { tenant: connection.id };

  return (
    <AfterWrite
      title={title}
      name={name}
      link={
        <NameLink to="/$tenant/git-repositories/$name" params={{ ...params, name }}>
          <code>{name}</code>
        </NameLink>
      }
      outcome={
        <CurrentStatus label={texts.statusNow}>
          {status && (
            <>
              <RepositoryStatusChip status={status} />
              <span>{texts.outcome[status]}</span>
            </>
          )}
        </CurrentStatus>
      }
    >
      <BackToListLink to="/$tenant/git-repositories" params={params} variant="contained" />
      {onAnother && <Button onClick={onAnother}>{texts.addAnother}</Button>}
      <LinkButton to="/$tenant/onboarding" params={params}>
        {texts.toOnboarding}
      </LinkButton>
    </AfterWrite>
  );
}
