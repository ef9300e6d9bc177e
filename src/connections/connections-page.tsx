import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { ListNote } from '../ui/table/list-note.tsx';
import { readSearchText, type SearchText } from '../ui/table/search-text.ts';
import { useAddressFilters } from '../ui/table/use-address-filters.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import { ConfigProblems } from './config-problems.tsx';
import { ExportConnectionsButton } from './export-connections-button.tsx';
import { ImportConnectionsButton } from './import-connections-button.tsx';
import { changeConnections } from './change-connections.ts';
import { StorageNotices } from './storage-notices.tsx';
import {
  connectionFilters,
  connectionLines,
  type ConnectionFilter,
  type ListedConnection,
} from './table/connection-rows.ts';
import { useConnectionTests } from './table/connection-tests.ts';
import { ConnectionsTable } from './table/connections-table.tsx';
import { ConnectionsToolbar } from './table/connections-toolbar.tsx';

interface ConnectionFilters extends SearchText {
  readonly show?: ConnectionFilter | undefined;
}

function readFilters({ show, ...search }: Record<string, unknown>): ConnectionFilters {
  return { ...readSearchText(search), show: connectionFilters.find((one) => one === show) };
}

export function ConnectionsPage() {
  const texts = useTexts('connections');
  // Always refetched: after fixing a service key, this is where people check whether it helped.
  const config = useQuery({ ...consoleConfigQuery(), staleTime: 0, retryOnMount: true });
  const added = useAddedConnections();
  const tests = useConnectionTests();
  const [filters, setFilters] = useAddressFilters(readFilters, ['search']);
  const { search = '', show } = filters;
  const [sort, setSort] = useState<'ascending' | 'descending'>();
  const [explained, setExplained] = useState<string>();

  const offered = config.data?.connections ?? [];
  const { hidden } = mergeConnections(offered, added);
  const connections: ListedConnection[] = [
    ...offered.map((connection) => ({ connection, source: 'offered' as const })),
    ...added.map((connection) => ({ connection, source: 'added' as const })),
  ];
  const list = connectionLines({ connections, tests, search, show, sort, explained });
  const { lines, shown } = list;
  const remove = (connection: Connection) => {
    const undo = changeConnections('remove', [connection], added);
    showToast({ text: texts.changes.removed([connection.label]), undo });
  };
  const isTesting = tests.progress.ended < tests.progress.all;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        fact={config.isFetched && connections.length > 0 ? connections.length : undefined}
        actions={
          <>
            <Button
              variant="outlined"
              startIcon={<Plug {...iconProps} />}
              disabled={shown.length === 0}
              onClick={() => (isTesting ? tests.stop() : tests.run(shown))}
            >
              {isTesting ? texts.stopTests : texts.testAll}
            </Button>
            <ImportConnectionsButton offered={offered} added={added} />
            <ExportConnectionsButton connections={added} />
            <LinkButton
              to="/connections/new"
              variant="contained"
              startIcon={<Plus {...iconProps} />}
              // On a phone the other buttons share the line above it.
              sx={{ '&&': { flexBasis: { xs: '100%', sm: 'auto' } } }}
            >
              {texts.add}
            </LinkButton>
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 1.5, mb: 1.5, '&:empty': { display: 'none' } }}>
        {config.data?.signIn?.everybodyEdits && (
          <Alert severity="info" role="note">
            {texts.everybodyEdits}
          </Alert>
        )}
        {config.data && <ConfigProblems problems={config.data.problems} offered={offered} hidden={hidden} />}
        <StorageNotices />
      </Box>
      <ConnectionsToolbar
        search={search}
        onSearch={(text) => setFilters({ ...filters, search: text })}
        show={show}
        onShow={(next) => setFilters({ ...filters, show: next })}
        total={connections.length}
        list={list}
        tests={tests}
        onRefresh={() => void config.refetch()}
        isFetching={config.isFetching}
      />
      <ListState query={config} lines={3} />
      {shown.length === 0 && connections.length > 0 ? (
        <EmptyState
          heading={texts.noMatch}
          action={<Button onClick={() => setFilters({ show: undefined })}>{texts.clearFilters}</Button>}
        />
      ) : (
        (config.data ?? connections.length > 0) && (
          <ConnectionsTable
            lines={lines}
            sort={sort}
            onSort={() => setSort(sort === 'ascending' ? 'descending' : 'ascending')}
            onTest={(connection) => {
              setExplained(connection.id);
              tests.run([connection]);
            }}
            onRemove={remove}
            addedNone={texts.addedNone}
          />
        )
      )}
      {config.isFetched && (
        <ListNote>
          <SapDocsLink about="serviceKey" />
        </ListNote>
      )}
    </>
  );
}
