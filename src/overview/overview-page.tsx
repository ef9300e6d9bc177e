import { useSearch } from '@tanstack/react-router';
import { ClockAlert, Split } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useLoadMemory, useRememberedByTenant } from '../api/browser-storage/remembered-by-tenant.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { rolloutSearch } from '../domain/rollout/rollout-address.ts';
import { DownloadButton } from '../ui/download-button.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { NoTenants } from '../ui/feedback/no-tenants.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useAddressFilters } from '../ui/table/use-address-filters.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { minutesSince, useNow } from '../ui/media/use-now.ts';
import { ExpiringBoard } from './expiring/expiring-board.tsx';
import { readPeriod } from './expiring/expiring-address.ts';
import { matrixCsv } from './matrix-csv.ts';
import { allNames, buildMatrix, lackingTenants, spreadOf } from './matrix-rows.ts';
import { MatrixTable } from './matrix/matrix-table.tsx';
import { useCellDetails } from './matrix/use-cell-details.tsx';
import { overviewSearch, readOverviewFilters, sortedBy, type OverviewFilters } from './overview-filters.ts';
import { OverviewToolbar } from './overview-toolbar.tsx';
import { PrintTable } from './print-table.tsx';
import { Freshness, ReadingProgress } from './reading-progress.tsx';
import { useAnswers } from './use-answers.ts';

const noFilter = { tenants: '', secrets: '', secret: undefined, show: undefined };

export function OverviewPage({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('overview');
  const period = readPeriod(useSearch({ strict: false }));
  if (connections.length > 0) {
    return period === undefined ? (
      <MatrixOverview connections={connections} />
    ) : (
      <ExpiringBoard connections={connections} period={period} />
    );
  }
  return (
    <>
      <PageHeader heading={texts.heading} />
      <NoTenants heading={texts.noTenants}>{texts.noTenantsText}</NoTenants>
    </>
  );
}

function MatrixOverview({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('overview');
  const { open: expiring } = useTexts('expiring');
  const { problem } = useTexts('problems');
  const now = useNow();
  const answers = useAnswers(connections);
  const { reads, total, failed, retry } = answers;
  useLoadMemory();
  const remembered = useRememberedByTenant();
  const [filters, setFilters] = useAddressFilters(
    readOverviewFilters,
    ['tenants', 'secrets'],
    overviewSearch,
  );
  const change = (part: Partial<OverviewFilters>) => setFilters({ ...filters, ...part });
  const applied = useDeferredValue(filters);
  const names = useMemo(() => allNames(reads), [reads]);
  const spread = useMemo(() => spreadOf(reads, remembered), [reads, remembered]);
  const isWhole = [...reads.values()].every(({ status }) => status !== 'waiting');
  const matrix = useMemo(
    () => buildMatrix({ connections, reads, remembered, names, filters: applied, now, inOrder: isWhole }),
    [connections, reads, remembered, names, applied, now, isWhole],
  );
  const lacking = filters.secret === undefined ? [] : lackingTenants(matrix.rows, filters.secret);
  const silent = matrix.rows.filter(
    ({ read }) => read.status === 'failed' || (read.status === 'read' && read.stale !== undefined),
  );
  const minutesOf = (readAt: number) => minutesSince(performance.timeOrigin + readAt, now);
  const details = useCellDetails({ now, minutesOf, retry });

  return (
    <>
      <PageHeader
        heading={texts.heading}
        lateFact
        fact={<Freshness answers={answers} minutesOf={minutesOf} />}
        actions={
          <>
            <LinkButton
              to="/overview"
              search={{ ends: 30 }}
              variant="outlined"
              startIcon={<ClockAlert {...iconProps} />}
            >
              {expiring}
            </LinkButton>
            <DownloadButton
              label={texts.exportCsv}
              text={() => matrixCsv(matrix, texts, problem)}
              filename="overview.csv"
              mediaType="text/csv"
              size="medium"
            />
            <LinkButton
              to="/rollout"
              search={rolloutSearch({
                secrets: filters.secret === undefined ? [] : [filters.secret],
                tenants: lacking,
              })}
              variant="contained"
              startIcon={<Split {...iconProps} />}
            >
              {lacking.length > 0 ? texts.rollOutToLacking(lacking.length) : texts.rollOut}
            </LinkButton>
          </>
        }
      />
      <OverviewToolbar
        filters={filters}
        onChange={change}
        counts={matrix.counts}
        shown={isWhole ? texts.shown(matrix.rows.length, total, matrix.names.length, names.length) : ''}
        reading={texts.readingProgress(answers.read + failed, total)}
      />
      {silent.length > 1 && filters.show === 'silent' && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => retry(silent.map(({ connection }) => connection.id))}
        >
          {texts.retryAll(silent.length)}
        </Button>
      )}
      <ReadingProgress answers={answers} />
      {isWhole && names.length === 0 && failed === 0 && (
        <EmptyState heading={texts.noSecrets}>{texts.noSecretsText}</EmptyState>
      )}
      {matrix.rows.length > 0 ? (
        <MatrixTable
          matrix={matrix}
          spread={spread}
          answered={[...reads.values()].filter(({ status }) => status === 'read').length}
          filters={filters}
          now={now}
          onSort={(sort) => change(sortedBy(filters, sort))}
          onOnly={(secret) => change({ secret, sort: 'due', descending: false })}
          details={details}
        />
      ) : (
        <EmptyState
          heading={texts.noMatch}
          action={<Button onClick={() => change(noFilter)}>{texts.clear}</Button>}
        >
          {texts.noMatchText}
        </EmptyState>
      )}
      <PrintTable matrix={matrix} now={now} />
    </>
  );
}
