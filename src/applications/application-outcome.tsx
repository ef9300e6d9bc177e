import Box from '@mui/material/Box';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection } from '../api/current-connection.tsx';
import { ApplicationLink } from '../ui/application-link.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { WithName } from '../ui/layout/wording.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationProblemAlert } from './application-problem-alert.tsx';
import { ApplicationStateChip } from './application-state-chip.tsx';
import { useApplicationViews } from './use-application-views.ts';

interface ApplicationOutcomeProps {
  readonly name: string;
  readonly title: (name: string) => string;
  readonly onAnother?: () => void;
}

/** After a write: what AI Core makes of the application, followed until it has settled, and where to go on. */
export function ApplicationOutcome({ name, title, onAnother }: ApplicationOutcomeProps) {
  const texts = useTexts('applicationForm');
  const listTexts = useTexts('applications');
  const connection = useConnection();
  const [view] = useApplicationViews(name).views;
  const params = { tenant: connection.id, name };

  return (
    <>
      <Notice
        title={
          <WithName wording={title} name={name}>
            <ApplicationLink tenant={connection.id} name={name} />
          </WithName>
        }
      />
      <Box role="status" aria-label={listTexts.statusHeading} sx={statusStyle}>
        {view && <ApplicationStateChip view={view} />}
        {view?.state && <span>{texts.outcomeOf(view.state)}</span>}
      </Box>
      {view && <ApplicationProblemAlert view={view} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {view?.state === 'failed' ? (
          <LinkButton to="/$tenant/applications/$name/edit" params={params} variant="contained">
            {listTexts.change}
          </LinkButton>
        ) : (
          <LinkButton to="/$tenant/applications" params={params} variant="contained">
            {listTexts.backToList}
          </LinkButton>
        )}
        {onAnother && <Button onClick={onAnother}>{texts.addAnother}</Button>}
      </Box>
    </>
  );
}

const statusStyle = {
  display: 'flex',
  gap: 1.5,
  alignItems: 'flex-start',
  typography: 'body2',
  minHeight: 32,
} as const;
