import { useParams } from '@tanstack/react-router';
import { Pencil, RefreshCw } from 'lucide-react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { GuardedButton, GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { ObjectPage } from '../ui/object/object-page.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { WriteFailureAlert } from '../ui/form/write-failure-alert.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationFacts } from './application-facts.tsx';
import { ApplicationProblemAlert } from './application-problem-alert.tsx';
import { ApplicationResources } from './application-resources.tsx';
import { ApplicationStateChip } from './application-state-chip.tsx';
import { useApplicationViews } from './use-application-views.ts';
import { useRefreshApplication } from './use-refresh-application.ts';

const DeleteApplicationDialog = lazyPart(
  () => import('./delete-application-dialog.tsx'),
  'DeleteApplicationDialog',
);

export function ApplicationPage() {
  const { name } = useParams({ from: '/$tenant/applications/$name' });
  const texts = useTexts('applications');
  const connection = useConnection();
  const mayWrite = useMayWrite('applications');
  const { list, repositories, views, isPending } = useApplicationViews(name);
  const refresh = useRefreshApplication();
  const [view] = views;
  const params = { tenant: connection.id, name };

  return (
    <ObjectPage
      name={name}
      about="repository"
      list={list}
      isListed={view !== undefined}
      isReading={isPending}
      texts={texts}
      backToList={<BackToListLink to="/$tenant/applications" params={params} variant="contained" />}
      status={view && <ApplicationStateChip view={view} />}
      actions={
        <>
          <GuardedButton
            allowed={mayWrite}
            variant="outlined"
            startIcon={<RefreshCw {...iconProps} />}
            onClick={() => void refresh.run(name)}
          >
            {texts.refresh}
          </GuardedButton>
          <GuardedLink
            allowed={mayWrite}
            to="/$tenant/applications/$name/edit"
            params={params}
            variant="contained"
            startIcon={<Pencil {...iconProps} />}
          >
            {texts.change}
          </GuardedLink>
        </>
      }
      failure={<WriteFailureAlert write={refresh} sx={{ mb: 2 }} />}
      mayDelete={mayWrite}
      DeleteDialog={DeleteApplicationDialog}
    >
      {view && (
        <>
          <ApplicationProblemAlert view={view} />
          <ApplicationFacts view={view} repositories={repositories} />
          {view.status && <ApplicationResources resources={view.status.resources} />}
        </>
      )}
    </ObjectPage>
  );
}
