import { Button } from '../ui/buttons/button.tsx';
import { useConnection } from '../api/current-connection.tsx';
import { ApplicationLink } from '../ui/application-link.tsx';
import { AfterWrite, CurrentStatus } from '../ui/object/after-write.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationProblemAlert } from './application-problem-alert.tsx';
import { ApplicationStateChip } from './application-state-chip.tsx';
import { useApplicationViews } from './use-application-views.ts';

interface ApplicationOutcomeProps {
  readonly name: string;
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: the application's status, polled until it has settled, and where to go next. */
export function ApplicationOutcome({ name, title, onAnother }: ApplicationOutcomeProps) {
  const texts = useTexts('applicationForm');
  const listTexts = useTexts('applications');
  const connection = useConnection();
  const [view] = useApplicationViews(name).views;
  const params = { tenant: connection.id, name };

  return (
    <AfterWrite
      title={title}
      name={name}
      link={<ApplicationLink tenant={connection.id} name={name} />}
      outcome={
        <>
          <CurrentStatus label={listTexts.statusHeading}>
            {view && <ApplicationStateChip view={view} />}
            {view?.state && <span>{texts.outcomeOf(view.state)}</span>}
          </CurrentStatus>
          {view && <ApplicationProblemAlert view={view} />}
        </>
      }
    >
      {view?.state === 'failed' ? (
        <LinkButton to="/$tenant/applications/$name/edit" params={params} variant="contained">
          {listTexts.change}
        </LinkButton>
      ) : (
        <BackToListLink to="/$tenant/applications" params={params} variant="contained" />
      )}
      {onAnother && <Button onClick={onAnother}>{texts.addAnother}</Button>}
    </AfterWrite>
  );
}
