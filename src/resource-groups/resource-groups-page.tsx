import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { resourceGroupsQuery, type ResourceGroup } from '../api/groups/resource-groups.ts';
import { isFull, quotaQuery } from '../api/resource-quota.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { ListToolbar } from '../ui/table/list-toolbar.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { GroupsTable } from './groups-table.tsx';

const DeleteGroupDialog = lazyPart(() => import('./delete-group-dialog.tsx'), 'DeleteGroupDialog');

const noGroups: readonly ResourceGroup[] = [];

export function ResourceGroupsPage() {
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const mayWrite = useMayWrite('resourceGroups');
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const groups = useQuery(resourceGroupsQuery(connection, gone));
  const { data: max, refetch: readQuota } = useQuery(quotaQuery(connection, 'resourceGroups'));
  const [search, setSearch] = useState('');
  const [deleting, setDeleting] = useState<string>();
  const [deleted, setDeleted] = useState<{ name: string; how: WriteSuccess }>();
  const filter = useDeferredValue(search.trim().toLowerCase());

  const all = groups.data ?? noGroups;
  const shown = all.filter((group) => matches(group, filter));
  // The list is read more often than the quota, and says the same.
  const quota = max && { ...max, used: groups.data?.length ?? max.used };
  const moving = all.filter(({ name, status }) => status === 'PROVISIONING' || gone.has(name)).length;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        lean
        fact={quota && <QuotaMeter {...quota} text={texts.quota(quota.used, quota.max)} />}
        note={
          <>
            {texts.note} <SapDocsLink about="resourceGroup" />
          </>
        }
        actions={
          <GuardedLink
            allowed={mayWrite}
            to="/$tenant/resource-groups/new"
            params={{ tenant: connection.id }}
            variant="contained"
            startIcon={<Plus {...iconProps} />}
          >
            {texts.add}
          </GuardedLink>
        }
      />
      {deleted && (
        <Notice
          key={deleted.name}
          title={texts.deleted[deleted.how](deleted.name)}
          onClose={() => setDeleted(undefined)}
        />
      )}
      {quota && isFull(quota) && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {texts.quotaFull}
        </Alert>
      )}
      {groups.data && (
        <ListToolbar
          searchLabel={texts.search}
          search={search}
          onSearch={setSearch}
          empty={all.length === 0}
          query={groups}
          onRefresh={() => void Promise.all([groups.refetch(), readQuota()])}
          status={
            <>
              {filter !== '' && texts.shown(shown.length, all.length)}
              {moving > 0 && <div>{texts.watching(moving)}</div>}
            </>
          }
        />
      )}
      <ListState query={groups} />
      {groups.data?.length === 0 && <EmptyState heading={texts.emptyTitle}>{texts.emptyText}</EmptyState>}
      {shown.length > 0 && <GroupsTable groups={shown} leaving={gone} onDelete={setDeleting} />}
      {all.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={<Button onClick={() => setSearch('')}>{texts.clearSearch}</Button>}
        >
          {texts.noMatchText(search)}
        </EmptyState>
      )}
      {deleting !== undefined && (
        <DeleteGroupDialog
          name={deleting}
          onDeleted={(how) => {
            setGone(new Set([...gone, deleting]));
            setDeleted({ name: deleting, how });
            setDeleting(undefined);
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </>
  );
}

function matches({ name, labels }: ResourceGroup, filter: string): boolean {
  const texts = [name, ...labels.map(({ key, value }) => `${key}=${value}`)];
  return texts.some((text) => text.toLowerCase().includes(filter));
}
