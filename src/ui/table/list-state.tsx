import Box from '@mui/material/Box';
import { Button, IconButton } from '../buttons/button.tsx';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Alert } from '../feedback/alert.tsx';
import { ErrorState } from '../feedback/error-state.tsx';
import { LoadingState } from '../feedback/loading-state.tsx';
import { ProblemText } from '../feedback/problem-text.tsx';
import { iconProps } from '../icon-props.ts';
import { headCellStyle } from './table-style.ts';
import { useTexts } from '../texts/texts.ts';
import { minutesSince, useNow } from '../media/use-now.ts';

/** The part of a list's query that the views need. */
export interface ListQuery {
  readonly data: unknown;
  readonly error: Error | null;
  readonly isFetching: boolean;
  /** Milliseconds since 1970; 0 while there is no data. */
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
}

interface ListStateProps {
  readonly query: ListQuery;
  readonly lines?: number;
  /** A table is loading, so the placeholder has a head. */
  readonly table?: boolean;
  /** A custom placeholder while it loads. */
  readonly children?: ReactNode;
}

/**
 * Replaces a list's rows while it loads or when it could not be read; above the rows, says when they are out of date.
 */
export function ListState({ query, lines, table = false, children }: ListStateProps) {
  const { data, error, refetch } = query;
  if (data !== undefined) return error && <StaleNotice {...query} error={error} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <LoadingState lines={lines} head={table && <Box sx={headCellStyle} />}>
      {children}
    </LoadingState>
  );
}

function StaleNotice({ error, dataUpdatedAt, refetch }: ListQuery & { error: Error }) {
  const texts = useTexts('common');
  const now = useNow();
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={() => void refetch()}>
          {texts.retry}
        </Button>
      }
    >
      <Box sx={{ mb: 1 }}>{texts.stale(texts.age(minutesSince(dataUpdatedAt, now)))}</Box>
      <ProblemText error={error} />
    </Alert>
  );
}

/** Reads a list again. Never disabled, so that it keeps the focus; pressing it while it is busy does nothing. */
export function RefreshButton({ onRefresh, isFetching }: { onRefresh: () => void; isFetching: boolean }) {
  const texts = useTexts('common');
  return (
    <IconButton
      label={isFetching ? texts.refreshing : texts.refresh}
      aria-busy={isFetching}
      onClick={() => !isFetching && onRefresh()}
      sx={{ '&[aria-busy=true] > svg': { animation: 'turn 1s linear infinite' } }}
    >
      <RefreshCw {...iconProps} />
    </IconButton>
  );
}
