import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTenantReads } from '../api/pacing/use-tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { DownloadButton } from '../ui/download-button.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProgressBar } from '../ui/feedback/progress-bar.tsx';
import { RefreshButton } from '../ui/table/list-state.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { toolbarEndStyle } from '../ui/table/table-style.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { MatrixTable } from './matrix-table.tsx';
import { allNames, buildMatrix, matrixCsv } from './matrix-rows.ts';
import { SilentTenants } from './silent-tenants.tsx';
import { readTenantSecrets } from './tenant-secrets.ts';

/** Reading all tenants must not be felt by anybody else, whatever the way there could carry. */
const maxConcurrency = () => 6;
const noFilter = { tenant: '', secret: '', onlyLacking: false };

export function OverviewPage({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('overview');
  const { problem } = useTexts('common');
  const { reads, read, failed, underWay, total, retry, refresh } = useTenantReads(
    connections,
    readTenantSecrets,
    maxConcurrency,
  );
  const [typed, setTyped] = useState(noFilter);
  // While the first answers come in, a growing list would push the table about.
  const [retried, setRetried] = useState(false);
  const filter = useDeferredValue(typed);
  const names = useMemo(() => allNames(reads), [reads]);
  const matrix = useMemo(
    () => buildMatrix(connections, reads, names, filter),
    [connections, reads, names, filter],
  );
  const asked = read + failed;
  const silent = connections.flatMap((connection) => {
    const state = reads.get(connection.id);
    if (state?.status === 'failed') return [{ connection, problem: state.problem }];
    if (state?.status !== 'read' || !state.stale) return [];
    const { problem: reason, readAt } = state.stale;
    return [{ connection, problem: reason, readAt: performance.timeOrigin + readAt }];
  });

  if (total === 0) {
    return (
      <>
        <PageHeader heading={texts.heading} note={texts.note} />
        <EmptyState heading={texts.noTenants}>{texts.noTenantsText}</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        heading={texts.heading}
        note={texts.note}
        actions={
          <DownloadButton
            label={texts.exportCsv}
            text={() => matrixCsv(matrix, texts, problem)}
            filename="overview.csv"
            mediaType="text/csv"
          />
        }
      />
      {asked < total && (
        <ProgressBar
          label={texts.reading}
          value={asked}
          total={total}
          text={texts.readingProgress(asked, total)}
        />
      )}
      {silent.length > 0 && (asked === total || retried) && (
        <SilentTenants
          tenants={silent}
          onRetry={(ids) => {
            setRetried(true);
            retry(ids);
          }}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
        <SearchField
          label={texts.searchTenants}
          value={typed.tenant}
          onChange={(tenant) => setTyped({ ...typed, tenant })}
        />
        <SearchField
          label={texts.searchSecrets}
          value={typed.secret}
          onChange={(secret) => setTyped({ ...typed, secret })}
        />
        <FormControlLabel
          control={
            <input
              type="checkbox"
              checked={typed.onlyLacking}
              onChange={() => setTyped({ ...typed, onlyLacking: !typed.onlyLacking })}
            />
          }
          label={texts.onlyLacking}
          sx={{ ml: 0, gap: 1 }}
          slotProps={{ typography: { variant: 'body2' } }}
        />
        <Box sx={toolbarEndStyle}>
          <div role="status">
            {asked === total && texts.shown(matrix.rows.length, total, matrix.names.length, names.length)}
          </div>
          <RefreshButton onRefresh={refresh} isFetching={underWay > 0} />
        </Box>
      </Box>
      {asked === total && names.length === 0 && failed === 0 && (
        <Box sx={{ mb: 2 }}>
          <EmptyState heading={texts.noSecrets}>{texts.noSecretsText}</EmptyState>
        </Box>
      )}
      {matrix.rows.length > 0 ? (
        <MatrixTable matrix={matrix} />
      ) : (
        <EmptyState
          heading={texts.noMatch}
          action={<Button onClick={() => setTyped(noFilter)}>{texts.clear}</Button>}
        >
          {texts.noMatchText}
        </EmptyState>
      )}
    </>
  );
}
