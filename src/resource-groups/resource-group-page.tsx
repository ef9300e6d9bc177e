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
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { GuardedButton } from '../ui/guard/guarded-button.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { ObjectPage } from '../ui/object/object-page.tsx';
import { Section } from '../ui/layout/section.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import { GroupLabels } from './group-labels.tsx';
import { GroupStatusChip } from './group-status-chip.tsx';

const DeleteGroupDialog = lazyPart(() => import('./delete-group-dialog.tsx'), 'DeleteGroupDialog');
const LabelsDialog = lazyPart(() => import('./labels-dialog.tsx'), 'LabelsDialog');

export function ResourceGroupPage() {
  const { name } = useParams({ from: '/$tenant/resource-groups/$name' });
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const mayWrite = useMayWrite('resourceGroups');
  const groups = useQuery(resourceGroupsQuery(connection));
  const [editing, setEditing] = useState(false);
  const group = groups.data?.find((one) => one.name === name);
  const params = { tenant: connection.id };
  const close = () => setEditing(false);

  return (
    <>
      <ObjectPage
        name={name}
        about="resourceGroup"
        list={groups}
        isListed={group !== undefined}
        texts={texts}
        backToList={<BackToListLink to="/$tenant/resource-groups" params={params} variant="contained" />}
        status={group && <GroupStatusChip status={group.status} />}
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
        mayDelete={mayWrite}
        DeleteDialog={DeleteGroupDialog}
        stays={
          name === defaultResourceGroup && <Box sx={{ color: 'text.secondary' }}>{texts.defaultStays}</Box>
        }
      >
        {group && (
          <>
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
                  onClick={() => setEditing(true)}
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
          </>
        )}
      </ObjectPage>
      {group && editing && (
        <LabelsDialog
          group={group}
          onSaved={() => {
            close();
            showToast({ text: texts.labelsSaved(name) });
          }}
          onClose={close}
        />
      )}
    </>
  );
}

/** The object stores of the group by name, and a warning if the one for results is missing. */
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
