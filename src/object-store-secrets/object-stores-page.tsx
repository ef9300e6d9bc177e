import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { objectStoresQuery, type ObjectStoreSecret } from '../api/groups/object-store-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useDeletion } from '../ui/form/use-deletion.tsx';
import { AddLink, GuardedLink } from '../ui/guard/guarded-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useGroupInAddress } from '../ui/resource-group/group-in-address.ts';
import { GroupGone } from '../ui/resource-group/group-gone.tsx';
import { ResourceGroupSelect } from '../ui/resource-group/resource-group-select.tsx';
import { SearchedList } from '../ui/table/searched-list.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ObjectStoresTable } from './object-stores-table.tsx';

const DeleteObjectStoreDialog = lazyPart(
  () => import('./delete-object-store-dialog.tsx'),
  'DeleteObjectStoreDialog',
);

export function ObjectStoresPage() {
  const texts = useTexts('objectStores');
  const connection = useConnection();
  const mayWrite = useMayWrite('objectStoreSecrets');
  const { group, openGroup } = useGroupInAddress();
  const groups = useQuery(resourceGroupsQuery(connection));
  const isGone = groups.data?.every(({ name }) => name !== group) === true;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actionsAtFoot
        fact={
          <ResourceGroupSelect
            groups={groups.data?.map(({ name }) => name) ?? []}
            value={group}
            onChange={openGroup}
          />
        }
        actions={
          !isGone && (
            <AddLink
              allowed={mayWrite}
              to="/$tenant/object-store-secrets/new"
              params={{ tenant: connection.id }}
              search={{ group }}
            >
              {texts.register}
            </AddLink>
          )
        }
      />
      {isGone ? (
        <GroupGone tenant={connection.id} group={group} />
      ) : (
        // Remounted for another group, so that nothing of the last one stays.
        <StoresOf key={group} group={group} />
      )}
    </>
  );
}

const noStores: readonly ObjectStoreSecret[] = [];

function StoresOf({ group }: { group: string }) {
  const texts = useTexts('objectStores');
  const connection = useConnection();
  const mayWrite = useMayWrite('objectStoreSecrets');
  const groups = useQuery(resourceGroupsQuery(connection));
  const read = useQuery(objectStoresQuery(connection, group));
  // The notice about the group is above the rows, and would move them if it came later.
  const stores = groups.isFetched ? read : { ...read, data: undefined };
  const status = groups.data?.find(({ name }) => name === group)?.status;
  const deletion = useDeletion(texts.deleted);

  const all = stores.data ?? noStores;
  const lacksDefault = stores.data !== undefined && !all.some(({ name }) => name === defaultObjectStore);
  const registerDefault = (
    <GuardedLink
      allowed={mayWrite}
      to="/$tenant/object-store-secrets/new"
      params={{ tenant: connection.id }}
      search={{ group }}
      size="small"
      variant="outlined"
    >
      {texts.registerDefault}
    </GuardedLink>
  );

  return (
    <>
      {deletion.notice}
      <SearchedList
        query={stores}
        items={all}
        matches={({ name, place = '' }, search) => `${name}\n${place}`.toLowerCase().includes(search)}
        texts={texts}
        emptyText={texts.emptyText}
        note={
          <>
            {texts.note} <SapDocsLink about="objectStoreSecret" />
          </>
        }
        onRefresh={() => void stores.refetch()}
        notice={
          <>
            {status !== undefined && status !== 'PROVISIONED' && (
              <Alert severity="info" role="note" sx={{ mb: 2 }}>
                {texts.notReady}
              </Alert>
            )}
            {lacksDefault && (
              <Alert severity="warning" role="note" sx={{ mb: 2 }} action={registerDefault}>
                <Box sx={{ fontWeight: 600 }}>{texts.defaultMissing(group)}</Box>
                {texts.defaultMissingText}
              </Alert>
            )}
          </>
        }
      >
        {(shown) => <ObjectStoresTable group={group} stores={shown} onDelete={deletion.ask} />}
      </SearchedList>
      {deletion.dialog && <DeleteObjectStoreDialog group={group} {...deletion.dialog} />}
    </>
  );
}
