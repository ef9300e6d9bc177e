import Box from '@mui/material/Box';
import { Button } from '../ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Alert } from '../ui/feedback/alert.tsx';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { forgetAllSecrets, useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { isFull, quotaQuery } from '../api/resource-quota.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { ListState, RefreshButton } from '../ui/table/list-state.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { toolbarEndStyle } from '../ui/table/table-style.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { ListFilters } from './list-filters.ts';
import { filterRows, sortRows, toRows, type Sorting } from './secret-rows.ts';
import { SecretsTable } from './secrets-table.tsx';
import { useRecogniseProvider } from './use-recognise-provider.ts';

const BulkActions = lazyPart(() => import('./bulk-actions.tsx'), 'BulkActions');
// Of use only where something is remembered; without that it is not part of the first page.
const ListFilterBar = lazyPart(() => import('./list-filter-bar.tsx'), 'ListFilterBar');
const SnippetDialog = lazyPart(() => import('./snippet-dialog.tsx'), 'SnippetDialog');
const DeleteSecretDialog = lazyPart(() => import('./delete-secret-dialog.tsx'), 'DeleteSecretDialog');
const DeleteSecretsDialog = lazyPart(() => import('./delete-secrets-dialog.tsx'), 'DeleteSecretsDialog');

type OpenDialog =
  | { readonly kind: 'snippet'; readonly name: string }
  | { readonly kind: 'delete'; readonly name: string }
  | { readonly kind: 'delete-many'; readonly names: readonly string[] };

export function SecretsPage() {
  const texts = useTexts('secrets');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'dockerRegistrySecrets'));
  const remembered = useRememberedSecrets(connection);
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<OpenDialog>();
  const [deleted, setDeleted] = useState<{ name: string; how: WriteSuccess }>();
  const filter = useDeferredValue(search);
  const [now] = useState(() => new Date());

  const filters = useSearch({ from: '/$tenant/docker-registry-secrets' });
  const navigate = useNavigate({ from: '/$tenant/docker-registry-secrets' });
  const setFilters = (next: ListFilters) =>
    void navigate({ search: next, replace: true, resetScroll: false });

  const rows = toRows(secrets.data ?? [], remembered, now, useRecogniseProvider(remembered.size > 0));
  const shown = sortRows(filterRows(rows, { ...filters, search: filter }), sorting);
  const filtered = filter.trim() !== '' || filters.end !== undefined || filters.provider !== undefined;
  const expiring = rows.filter(({ expiry }) => expiry.kind === 'soon' || expiry.kind === 'expired');
  // What was selected and then filtered away or deleted is not selected any more.
  const chosen = shown.filter(({ name }) => selected.has(name)).map(({ name }) => name);
  const full = quota.data !== undefined && isFull(quota.data);
  const refresh = () => void Promise.all([secrets.refetch(), quota.refetch()]);
  const register = (
    <LinkButton
      to="/$tenant/docker-registry-secrets/new"
      params={{ tenant: connection.id }}
      variant="contained"
      startIcon={<Plus {...iconProps} />}
    >
      {texts.register}
    </LinkButton>
  );

  return (
    <>
      <PageHeader
        heading={texts.heading}
        fact={
          quota.data && <QuotaMeter {...quota.data} text={texts.quota(quota.data.used, quota.data.max)} />
        }
        note={
          <>
            {texts.note} <SapDocsLink about="secret" />
          </>
        }
        actions={register}
      />
      {deleted && (
        <Notice
          key={deleted.name}
          title={texts.deleted[deleted.how](deleted.name)}
          onClose={() => setDeleted(undefined)}
        />
      )}
      {full && <Warning>{texts.quotaFull}</Warning>}
      {expiring.length > 0 && <Warning>{texts.expiring(expiring.map(({ name }) => name))}</Warning>}
      {secrets.data && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
          {rows.length > 0 && <SearchField label={texts.search} value={search} onChange={setSearch} />}
          {rows.length > 0 && remembered.size > 0 && (
            <ListFilterBar rows={rows} filters={filters} onChange={setFilters} />
          )}
          <Box role="status" sx={secondaryText}>
            {filtered && texts.shown(shown.length, rows.length)}
          </Box>
          <Box sx={toolbarEndStyle}>
            <RefreshButton onRefresh={refresh} isFetching={secrets.isFetching} />
          </Box>
        </Box>
      )}
      <ListState query={secrets} />
      {secrets.data?.length === 0 && <EmptyState heading={texts.emptyTitle}>{texts.emptyText}</EmptyState>}
      {shown.length > 0 && (
        <SecretsTable
          rows={shown}
          sorting={sorting}
          onSort={setSorting}
          selected={selected}
          onSelect={setSelected}
          onShowSnippet={(name) => setDialog({ kind: 'snippet', name })}
          onDelete={(name) => setDialog({ kind: 'delete', name })}
        />
      )}
      {chosen.length > 0 && (
        <BulkActions names={chosen} onDelete={() => setDialog({ kind: 'delete-many', names: chosen })} />
      )}
      {rows.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={
            <Button
              onClick={() => {
                setSearch('');
                setFilters({});
              }}
            >
              {search === '' ? texts.clearFilters : texts.clearSearch}
            </Button>
          }
        >
          {search === '' ? texts.noFilterMatch : texts.noMatchText(search)}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Box sx={{ mt: 1.5, maxWidth: 760, ...secondaryText }}>
          {texts.remembered}{' '}
          {remembered.size > 0 && (
            <Button size="small" onClick={() => forgetAllSecrets(connection)}>
              {texts.forget}
            </Button>
          )}
        </Box>
      )}
      {dialog?.kind === 'snippet' && (
        <SnippetDialog name={dialog.name} onClose={() => setDialog(undefined)} />
      )}
      {dialog?.kind === 'delete' && (
        <DeleteSecretDialog
          name={dialog.name}
          onDeleted={(how) => {
            setDeleted({ name: dialog.name, how });
            setDialog(undefined);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog?.kind === 'delete-many' && (
        <DeleteSecretsDialog names={dialog.names} onClose={() => setDialog(undefined)} />
      )}
    </>
  );
}

function Warning({ children }: { children: string }) {
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {children}
    </Alert>
  );
}

const secondaryText = { typography: 'body2', color: 'text.secondary' } as const;
