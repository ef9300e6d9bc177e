import Box from '@mui/material/Box';
import { useParams } from '@tanstack/react-router';
import { Pencil, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedButton, GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { DeletedObject } from '../ui/layout/deleted-object.tsx';
import { DeleteCard } from '../ui/layout/delete-card.tsx';
import { ObjectHeader } from '../ui/layout/object-header.tsx';
import { WithAside } from '../ui/layout/with-aside.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ListState } from '../ui/table/list-state.tsx';
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

/** A page for each application; following a link from one to another begins anew. */
export function ApplicationPage() {
  const { name } = useParams({ from: '/$tenant/applications/$name' });
  return <PageOf key={name} name={name} />;
}

function PageOf({ name }: { name: string }) {
  const texts = useTexts('applications');
  const connection = useConnection();
  const mayWrite = useMayWrite('applications');
  const { list, repositories, views, isPending } = useApplicationViews(name);
  const refresh = useRefreshApplication();
  const [deleting, setDeleting] = useState(false);
  const [deleted, setDeleted] = useState<WriteSuccess>();
  const [view] = views;
  const params = { tenant: connection.id, name };
  const backToList = (
    <LinkButton to="/$tenant/applications" params={params} variant="contained">
      {texts.backToList}
    </LinkButton>
  );

  if (deleted) return <DeletedObject name={name} title={texts.deleted[deleted](name)} back={backToList} />;
  if (list.data && !view)
    return (
      <EmptyState page heading={texts.notFoundTitle} action={backToList}>
        {texts.notFoundText(name)}
      </EmptyState>
    );
  return (
    <>
      <ObjectHeader
        name={name}
        unread={list.isLoadingError}
        fact={
          <Box role="status" sx={{ minHeight: 20 }}>
            {view && <ApplicationStateChip view={view} />}
          </Box>
        }
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
      />
      <WriteFailureAlert write={refresh} sx={{ mb: 2 }} />
      <ListState query={list} />
      {view && isPending && <LoadingState />}
      {view && !isPending && (
        <WithAside>
          <ApplicationProblemAlert view={view} />
          <ApplicationFacts view={view} repositories={repositories} />
          {view.status && <ApplicationResources resources={view.status.resources} />}
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
        <DeleteApplicationDialog name={name} onDeleted={setDeleted} onClose={() => setDeleting(false)} />
      )}
    </>
  );
}
