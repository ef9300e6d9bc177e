import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { objectStoresQuery } from '../api/groups/object-store-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { defaultResourceGroup } from '../domain/resource-group/resource-group-id.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedButton } from '../ui/guard/guarded-button.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { DeletedObject } from '../ui/layout/deleted-object.tsx';
import { DeleteCard } from '../ui/layout/delete-card.tsx';
import { ObjectHeader } from '../ui/layout/object-header.tsx';
import { Section } from '../ui/layout/section.tsx';
import { WithAside } from '../ui/layout/with-aside.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import { GroupLabels } from './group-labels.tsx';
import { GroupStatusChip } from './group-status-chip.tsx';

const DeleteGroupDialog = lazyPart(() => import('./delete-group-dialog.tsx'), 'DeleteGroupDialog');
const LabelsDialog = lazyPart(() => import('./labels-dialog.tsx'), 'LabelsDialog');

/** A page for each group; following a link from one to another begins anew. */
export function ResourceGroupPage() {
  const { name } = useParams({ from: '/$tenant/resource-groups/$name' });
  return <PageOf key={name} name={name} />;
}

function PageOf({ name }: { name: string }) {
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const mayWrite = useMayWrite('resourceGroups');
  const groups = useQuery(resourceGroupsQuery(connection));
  const [open, setOpen] = useState<'labels' | 'delete'>();
  const [deleted, setDeleted] = useState<WriteSuccess>();
  const group = groups.data?.find((one) => one.name === name);
  const params = { tenant: connection.id };
  const close = () => setOpen(undefined);
  const backToList = (
    <LinkButton to="/$tenant/resource-groups" params={params} variant="contained">
      {texts.backToList}
    </LinkButton>
  );

  if (deleted) return <DeletedObject name={name} title={texts.deleted[deleted](name)} back={backToList} />;
  if (groups.data && !group) {
    return (
      <EmptyState page heading={texts.notFoundTitle} action={backToList}>
        {texts.notFoundText(name)}
      </EmptyState>
    );
  }
  return (
    <>
      <ObjectHeader
        name={name}
        unread={groups.isLoadingError}
        fact={
          <Box role="status" sx={{ minHeight: 20 }}>
            {group && <GroupStatusChip status={group.status} />}
          </Box>
        }
        actions={
          <LinkButton
            to="/$tenant/object-store-secrets"
            params={params}
            search={{ group: name }}
            variant="contained"
          >
            {texts.stores}
          </LinkButton>
        }
      />
      <ListState query={groups} />
      {group && (
        <WithAside>
          <Section heading={texts.status}>
            {texts.outcome[group.status]}
            {group.statusMessage !== undefined && (
              <Box sx={{ mt: 0.5, color: 'text.secondary' }}>{texts.says(group.statusMessage)}</Box>
            )}
          </Section>
          <Section
            heading={texts.labels}
            action={
              <GuardedButton
                allowed={mayWrite}
                size="small"
                startIcon={<Pencil {...smallIconProps} />}
                onClick={() => setOpen('labels')}
              >
                {texts.editLabels}
              </GuardedButton>
            }
          >
            {group.labels.length === 0 ? texts.noLabels : <GroupLabels labels={group.labels} />}
          </Section>
          <Section heading={texts.stores}>
            <StoresOf group={name} />
          </Section>
          <Section heading={texts.created}>
            {group.createdAt ? texts.date(group.createdAt) : texts.notKnown}
          </Section>
          {name === defaultResourceGroup ? (
            <Box sx={{ color: 'text.secondary' }}>{texts.defaultStays}</Box>
          ) : (
            <DeleteCard
              allowed={mayWrite}
              heading={texts.deleteTitle}
              label={texts.deleteButton}
              onDelete={() => setOpen('delete')}
            >
              {texts.deletePageText}
            </DeleteCard>
          )}
        </WithAside>
      )}
      {group && open === 'labels' && (
        <LabelsDialog
          group={group}
          onSaved={() => {
            close();
            showToast({ text: texts.labelsSaved(name) });
          }}
          onClose={close}
        />
      )}
      {open === 'delete' && <DeleteGroupDialog name={name} onDeleted={setDeleted} onClose={close} />}
    </>
  );
}

/** The object stores of the group by name, and that the one for results is missing. */
function StoresOf({ group }: { group: string }) {
  const texts = useTexts('resourceGroups');
  const { defaultMissing, defaultMissingText } = useTexts('objectStores');
  const { data: stores } = useQuery(objectStoresQuery(useConnection(), group));
  if (!stores) return texts.storesText;
  const lacksDefault = !stores.some(({ name }) => name === defaultObjectStore);
  return (
    <>
      {stores.length > 0 && (
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <code>{stores.map(({ name }) => name).join(', ')}</code>
        </Box>
      )}
      {lacksDefault && `${defaultMissing(group)} ${defaultMissingText}`}
    </>
  );
}
