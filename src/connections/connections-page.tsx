import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useAddedConnections } from '../api/browser-storage/added-connections.ts';
import {
  discardDamagedConnections,
  useAddedAreDamaged,
  useAddedAreUnsaved,
} from '../api/browser-storage/change-added.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { ProgressBar } from '../ui/feedback/progress-bar.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { FilterChips } from '../ui/table/filter-chips.tsx';
import { ListState, RefreshButton } from '../ui/table/list-state.tsx';
import { ListNote } from '../ui/table/list-note.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { readSearchText, type SearchText } from '../ui/table/search-text.ts';
import { toolbarEndStyle } from '../ui/table/table-style.ts';
import { useAddressFilters } from '../ui/table/use-address-filters.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import { ConfigProblems } from './config-problems.tsx';
import { ExportConnectionsButton } from './export-connections-button.tsx';
import { ImportConnectionsButton } from './import-connections-button.tsx';
import { changeConnections } from './change-connections.ts';
import {
  connectionFilters,
  connectionLines,
  type ConnectionFilter,
  type ListedConnection,
} from './table/connection-rows.ts';
import { useConnectionTests, type ConnectionTests } from './table/connection-tests.ts';
import { ConnectionsTable } from './table/connections-table.tsx';

interface ConnectionFilters extends SearchText {
  readonly show?: ConnectionFilter | undefined;
}

function readFilters({ show, ...search }: Record<string, unknown>): ConnectionFilters {
  return { ...readSearchText(search), show: connectionFilters.find((one) => one === show) };
}

export function ConnectionsPage() {
  const texts = useTexts('connections');
  // Read anew each time: whoever mends a broken service key looks here whether it helped.
  const config = useQuery({ ...consoleConfigQuery(), staleTime: 0, retryOnMount: true });
  const added = useAddedConnections();
  const isDamaged = useAddedAreDamaged();
  const isUnsaved = useAddedAreUnsaved();
  const tests = useConnectionTests();
  const [filters, setFilters] = useAddressFilters(readFilters, ['search']);
  const { search = '', show } = filters;
  const [sort, setSort] = useState<'ascending' | 'descending'>();
  const [explained, setExplained] = useState<string>();

  const offered = useMemo(() => config.data?.connections ?? [], [config.data]);
  const { hidden } = mergeConnections(offered, added);
  const connections = useMemo(
    (): ListedConnection[] => [
      ...offered.map((connection) => ({ connection, source: 'offered' as const })),
      ...added.map((connection) => ({ connection, source: 'added' as const })),
    ],
    [offered, added],
  );
  const { lines, shown, counts } = connectionLines({ connections, tests, search, show, sort, explained });
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
              // On a phone the others share a line above it.
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
        {isDamaged && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" size="small" onClick={discardDamagedConnections}>
                {texts.damagedDiscard}
              </Button>
            }
          >
            <Box sx={{ fontWeight: 600 }}>{texts.damagedTitle}</Box>
            {texts.damagedText}
          </Alert>
        )}
        {isUnsaved && (
          <Alert severity="warning">
            <Box sx={{ fontWeight: 600 }}>{texts.unsavedTitle}</Box>
            {texts.unsavedText}
          </Alert>
        )}
        <ListState query={config} lines={3} />
      </Box>
      <Box sx={toolbarStyle}>
        {connections.length > 0 && (
          <>
            <SearchField
              label={texts.search}
              value={search}
              onChange={(text) => setFilters({ ...filters, search: text })}
            />
            <FilterChips
              label={texts.show}
              options={[
                { value: 'all', label: texts.showAll, count: counts.all },
                ...connectionFilters.map((value) => ({
                  value,
                  label: texts.filters[value],
                  dot: value === 'failed' ? ('error' as const) : undefined,
                  count: counts[value],
                })),
              ]}
              value={show ?? 'all'}
              onChange={(value) =>
                setFilters({ ...filters, show: connectionFilters.find((one) => one === value) })
              }
            />
          </>
        )}
        <Box sx={toolbarEndStyle}>
          <span role="status">
            {shown.length < connections.length && texts.shown(shown.length, connections.length)}
          </span>
          <TestProgress tests={tests} failed={counts.failed} />
          <RefreshButton onRefresh={() => void config.refetch()} isFetching={config.isFetching} />
        </Box>
      </Box>
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
      <ListNote>
        <SapDocsLink about="serviceKey" />
      </ListNote>
    </>
  );
}

/** While many are tested how far it has come; in the end how many of them do not work. */
function TestProgress({ tests, failed }: { tests: ConnectionTests; failed: number }) {
  const texts = useTexts('connections');
  const { ended, all } = tests.progress;
  const isDone = ended === all;
  return (
    <>
      {all > 1 && !isDone && (
        <Box sx={progressStyle}>
          <ProgressBar
            label={texts.testingAll}
            value={ended}
            total={all}
            text={texts.testProgress(ended, all)}
          />
        </Box>
      )}
      <span role="status">{all > 1 && isDone && texts.tested(all, failed)}</span>
    </>
  );
}

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  mb: 1.5,
  '& > [role=group]': { flex: '0 1 auto', maxWidth: '100%', flexWrap: 'wrap' },
  // Filters leave the field less room beside them.
  '@media (min-width: 640px) and (max-width: 1279.95px)': { '& > div:has(> input)': { width: 176 } },
  // The end of the line stands beside the field, and the filters below both.
  '@media (max-width: 639.95px)': {
    '& > div:has(> input)': { flex: '1 1 160px', width: 'auto' },
    '& > [role=group]': { order: 1, flexBasis: '100%' },
  },
} as const;

const progressStyle = { width: { xs: 144, sm: 176, lg: 240 }, '&& > *': { mb: 0 } } as const;
