import { useQuery } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  forgetAllSecrets,
  readAgain,
  useMemoryState,
  useRememberedSecrets,
} from '../api/browser-storage/remembered-secrets.ts';
import { useLocalStore } from '../api/browser-storage/local-store.ts';
import { browserMemory } from '../api/browser-storage/secret-memory.ts';
import { useOffers } from '../api/connections.ts';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { Button } from '../ui/buttons/button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { AddLink, GuardedLink } from '../ui/guard/guarded-button.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { ListNote } from '../ui/table/list-note.tsx';
import { ListToolbar } from '../ui/table/list-toolbar.tsx';
import { hourMs, useNow } from '../ui/media/use-now.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { useIsPhone } from '../ui/media/use-media.ts';
import type { OpenDialog } from './list/open-dialog.ts';
import { filterRows, sortRows, toRows, type Sorting } from './list/secret-rows.ts';
import { SecretsSkeleton } from './list/secrets-skeleton.tsx';
import { SecretsTable } from './list/secrets-table.tsx';
import { useListFilters } from './list/use-list-filters.ts';
import { useRegistryKnowledge } from './list/use-registry-knowledge.ts';
import { useSecretActs } from './use-secret-acts.ts';

// Only useful once something is remembered; its place above the list is kept free until it has loaded.
const ListFilterBar = lazyPart(() => import('./list/list-filter-bar.tsx'), 'ListFilterBar');
const TakeOverNotice = lazyPart(() => import('./take-over-notice.tsx'), 'TakeOverNotice');
const BulkActions = lazyPart(() => import('./list/bulk-actions.tsx'), 'BulkActions');
const RowMenu = lazyPart(() => import('./list/row-menu.tsx'), 'RowMenu');
const ListDialogs = lazyPart(() => import('./list/list-dialogs.tsx'), 'ListDialogs');

const nothing: ReadonlySet<string> = new Set();
const noSecrets: readonly { name: string }[] = [];

export function SecretsPage() {
  const texts = useTexts('secrets');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'dockerRegistrySecrets'));
  const remembered = useRememberedSecrets(connection);
  const memory = useMemoryState(connection);
  const earlier = useLocalStore(browserMemory);
  const isShared = useOffers('notes') && connection.baseUrl.startsWith('/api/');
  const knowledge = useRegistryKnowledge(remembered.size > 0);
  const phone = useIsPhone();
  const { search, setSearch, filters, setFilters, applied, isFiltered, clear } = useListFilters();
  const [wantedSorting, setSorting] = useState<Sorting>();
  // A phone has no sortable headings: what needs attention comes first.
  const sorting = wantedSorting ?? { by: phone ? 'expiry' : 'name', descending: false };
  // That order depends on remembered expiry dates: until they are read, no row has its place.
  const isUnsorted = phone && memory === 'reading';
  const [selected, setSelected] = useState(nothing);
  const [menu, setMenu] = useState<{ name: string; anchor: HTMLElement }>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const now = useNow(hourMs);

  const rows = useMemo(
    () => toRows(secrets.data ?? noSecrets, remembered, memory, now, knowledge),
    [secrets.data, remembered, memory, now, knowledge],
  );
  const shown = sortRows(filterRows(rows, applied), sorting);
  const contents = JSON.stringify([applied, sorting]);
  // A secret that was selected and is now filtered out or deleted no longer counts as selected.
  const chosen = shown.filter(({ name }) => selected.has(name)).map(({ name }) => name);

  const { act, copy, mayWrite } = useSecretActs((kind, name) => setDialog({ kind, name }));
  const form = {
    allowed: mayWrite,
    to: '/$tenant/docker-registry-secrets/new',
    params: { tenant: connection.id },
  } as const;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actionsAtFoot
        lateFact
        fact={quota.data && <QuotaMeter quota={quota.data} text={texts.quota} />}
        actions={
          <>
            <GuardedLink
              {...form}
              search={{ import: true }}
              variant="outlined"
              startIcon={<Upload {...iconProps} />}
              sx={{ order: { xs: 1, sm: 0 } }}
            >
              {texts.import}
            </GuardedLink>
            <AddLink {...form}>{texts.register}</AddLink>
          </>
        }
      />
      {(secrets.data ?? !secrets.error) && (
        <ListToolbar
          searchLabel={texts.search}
          search={search}
          onSearch={setSearch}
          empty={secrets.data?.length === 0}
          query={secrets}
          onRefresh={() => {
            readAgain(connection);
            void Promise.all([secrets.refetch(), quota.refetch()]);
          }}
          status={secrets.data && isFiltered && texts.shown(shown.length, rows.length)}
        >
          {secrets.data && remembered.size > 0 && (
            <ListFilterBar rows={rows} filters={filters} onChange={setFilters} />
          )}
        </ListToolbar>
      )}
      {isShared && earlier.some(({ connectionId }) => connectionId === connection.id) && <TakeOverNotice />}
      <ListState query={secrets}>
        <SecretsSkeleton />
      </ListState>
      {secrets.data?.length === 0 && (
        <EmptyState heading={texts.emptyTitle}>
          {texts.emptyText} <SapDocsLink about="secret" />
        </EmptyState>
      )}
      {isUnsorted && shown.length > 0 && (
        <LoadingState>
          <SecretsSkeleton rows={shown.length} />
        </LoadingState>
      )}
      {shown.length > 0 && !isUnsorted && (
        <SecretsTable
          rows={shown}
          contents={contents}
          sorting={sorting}
          onSort={setSorting}
          selected={selected}
          mayWrite={mayWrite}
          onSelect={setSelected}
          onAct={act}
          onMenu={(name, anchor) => setMenu({ name, anchor })}
        />
      )}
      {rows.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={
            <Button variant="outlined" onClick={clear}>
              {search === '' ? texts.clearFilters : texts.clearSearch}
            </Button>
          }
        >
          {search === '' ? texts.noFilterMatch : texts.noMatchText(search)}
        </EmptyState>
      )}
      {rows.length > 0 && <QuotaFull quota={quota.data}>{texts.quotaFull}</QuotaFull>}
      {rows.length > 0 && (
        <ListNote
          action={
            remembered.size > 0 &&
            !isShared && (
              <Button size="small" onClick={() => forgetAllSecrets(connection)}>
                {texts.forget}
              </Button>
            )
          }
        >
          {memory === 'failed' ? texts.unread : texts.remembered} <SapDocsLink about="secret" />
        </ListNote>
      )}
      {chosen.length > 0 && (
        <BulkActions
          mayWrite={mayWrite}
          names={chosen}
          onCopy={() => copy(chosen)}
          onExport={() => setDialog({ kind: 'export', names: chosen })}
          onDelete={() => setDialog({ kind: 'delete-many', names: chosen })}
          onClear={() => setSelected(nothing)}
        />
      )}
      {menu && (
        <RowMenu
          key={menu.name}
          {...menu}
          mayWrite={mayWrite}
          onAct={act}
          onClose={() => setMenu(undefined)}
        />
      )}
      {dialog && <ListDialogs dialog={dialog} rows={rows} onClose={() => setDialog(undefined)} />}
    </>
  );
}
