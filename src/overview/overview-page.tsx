import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useSearch } from '@tanstack/react-router';
import { ClockAlert, Split } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { useReadMemory, useRememberedByTenant } from '../api/browser-storage/remembered-by-tenant.ts';
import { useTenantReads, type TenantReadsView } from '../api/pacing/use-tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { rolloutSearch } from '../domain/rollout/rollout-address.ts';
import { DownloadButton } from '../ui/download-button.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { NoTenants } from '../ui/feedback/no-tenants.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RefreshButton } from '../ui/table/list-state.tsx';
import { useAddressFilters } from '../ui/table/use-address-filters.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { minutesSince, useNow } from '../ui/media/use-now.ts';
import { NoAnswer, SecretInTenant } from './matrix/cell-content.tsx';
import { ExpiringBoard } from './expiring/expiring-board.tsx';
import { readPeriod } from './expiring/expiring-address.ts';
import { keepAnswers, readKeptAnswers } from './kept-answers.ts';
import { matrixCsv } from './matrix-csv.ts';
import { allNames, buildMatrix, lackingTenants, spreadOf, type MatrixRow } from './matrix-rows.ts';
import { MatrixTable } from './matrix/matrix-table.tsx';
import { overviewSearch, readOverviewFilters, sortedBy, type OverviewFilters } from './overview-filters.ts';
import { OverviewToolbar } from './overview-toolbar.tsx';
import { PrintTable } from './print-table.tsx';
import { laneOf, readTenantSecrets, type TenantSecrets } from './tenant-secrets.ts';

/** Reading all tenants must not be felt by anybody else, whatever the way there could carry. */
const maxConcurrency = 6;
const noFilter = { tenants: '', secrets: '', secret: undefined, show: undefined };

export function OverviewPage({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('overview');
  const period = readPeriod(useSearch({ strict: false }));
  if (connections.length > 0) {
    return period === undefined ? (
      <OverviewOf connections={connections} />
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

function OverviewOf({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('overview');
  const { age } = useTexts('common');
  const { open: expiring } = useTexts('expiring');
  const { problem } = useTexts('problems');
  const now = useNow();
  const answers = useAnswers(connections);
  const { reads, total, failed, retry } = answers;
  useReadMemory();
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

  const about = (row: MatrixRow, name: string | undefined) => {
    const { read, connection } = row;
    const reason = read.status === 'failed' ? read.problem : read.status === 'read' ? read.stale : undefined;
    if (read.status === 'read' && name !== undefined) {
      const content = <SecretInTenant row={row} name={name} now={now} />;
      return { label: texts.about(name, connection.label), content };
    }
    if (!reason) return undefined;
    const old = read.status === 'read' ? age(minutesOf(read.readAt)) : undefined;
    const onRetry = () => retry([connection.id]);
    const content = <NoAnswer row={row} problem={reason} age={old} onRetry={onRetry} />;
    return { label: texts.noAnswerOf(connection.label), content };
  };

  return (
    <>
      <PageHeader
        heading={texts.heading}
        late
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
      <Progress answers={answers}>
        {silent.length > 1 && filters.show === 'silent' && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => retry(silent.map(({ connection }) => connection.id))}
          >
            {texts.retryAll(silent.length)}
          </Button>
        )}
      </Progress>
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
          about={about}
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

type Answers = TenantReadsView<TenantSecrets>;

/** What the tenants say; it begins with what they said the last time, and is kept for the next. */
function useAnswers(connections: readonly Connection[]): Answers {
  const [known] = useState(() => readKeptAnswers(connections));
  const answers = useTenantReads(connections, readTenantSecrets, {
    limitOf: () => maxConcurrency,
    known: () => known,
    laneOf,
  });
  const { reads, underWay } = answers;
  const latest = useRef(reads);
  useEffect(() => {
    latest.current = reads;
    if (underWay === 0) keepAnswers(connections, reads);
  }, [connections, reads, underWay]);
  useEffect(() => () => keepAnswers(connections, latest.current), [connections]);
  return answers;
}

interface FreshnessProps {
  readonly answers: Answers;
  readonly minutesOf: (readAt: number) => number;
}

/** How old the oldest answer is that is shown, and the button that asks anew. */
function Freshness({ answers: { reads, total, underWay, refresh }, minutesOf }: FreshnessProps) {
  const texts = useTexts('overview');
  const times = [...reads.values()].flatMap((read) => (read.status === 'read' ? [read.readAt] : []));
  return (
    <Box sx={freshnessStyle}>
      <span>{texts.asked(total, times.length > 0 ? minutesOf(Math.min(...times)) : undefined)}</span>
      <RefreshButton onRefresh={refresh} isFetching={underWay > 0} />
    </Box>
  );
}

const freshnessStyle = {
  display: 'flex',
  alignItems: 'center',
  columnGap: 1,
  '& > button': { '@media print': { display: 'none' } },
} as const;

/** A line that is always there, so that its coming and going moves nothing. */
function Progress({
  answers: { read, failed, total, underWay },
  children,
}: {
  answers: Answers;
  children: ReactNode;
}) {
  const texts = useTexts('overview');
  const asked = underWay > 0 && read + failed === total ? total - underWay : read + failed;
  return (
    <>
      {children}
      <Box sx={{ height: 4, mx: 'calc(-1 * var(--gutter, 0px))' }}>
        {underWay > 0 && (
          <LinearProgress
            variant="determinate"
            value={(100 * asked) / total}
            aria-label={texts.reading}
            aria-valuetext={texts.readingProgress(asked, total)}
            sx={{ height: 4, borderRadius: 0 }}
          />
        )}
      </Box>
    </>
  );
}
