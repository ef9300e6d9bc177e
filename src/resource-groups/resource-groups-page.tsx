import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { resourceGroupsQuery, type ResourceGroup } from '../api/groups/resource-groups.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useDeletion } from '../ui/form/use-deletion.tsx';
import { AddLink } from '../ui/guard/guarded-button.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchedList } from '../ui/table/searched-list.tsx';
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
  const deletion = useDeletion(texts.deleted, (name) => setGone(new Set([...gone, name])));

  const all = groups.data ?? noGroups;
  // The list is refetched more often than the quota, and says the same.
  const quota = max && { ...max, used: groups.data?.length ?? max.used };
  const moving = all.filter(({ name, status }) => status === 'PROVISIONING' || gone.has(name)).length;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actionsAtFoot
        lateFact
        fact={quota && <QuotaMeter quota={quota} text={texts.quota} />}
        actions={
          <AddLink allowed={mayWrite} to="/$tenant/resource-groups/new" params={{ tenant: connection.id }}>
            {texts.add}
          </AddLink>
        }
      />
      {deletion.notice}
      <SearchedList
        query={groups}
        items={all}
        matches={matches}
        texts={texts}
        emptyText={texts.emptyText}
        note={
          <>
            {texts.note} <SapDocsLink about="resourceGroup" />
          </>
        }
        onRefresh={() => void Promise.all([groups.refetch(), readQuota()])}
        status={moving > 0 && <div>{texts.watching(moving)}</div>}
      >
        {(shown) => (
          <>
            <GroupsTable groups={shown} leaving={gone} onDelete={deletion.ask} />
            <QuotaFull quota={quota}>{texts.quotaFull}</QuotaFull>
          </>
        )}
      </SearchedList>
      {deletion.dialog && <DeleteGroupDialog {...deletion.dialog} />}
    </>
  );
}

function matches({ name, labels }: ResourceGroup, filter: string): boolean {
  const texts = [name, ...labels.map(({ key, value }) => `${key}=${value}`)];
  return texts.some((text) => text.toLowerCase().includes(filter));
}
