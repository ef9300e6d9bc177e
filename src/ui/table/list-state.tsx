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

/** What a list needs to know of the query that reads it. */
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
  /** What is read is a table, which has a head. */
  readonly table?: boolean;
  /** While it is read, in the place of mere bars. */
  readonly children?: ReactNode;
}

/** In place of a list's rows: that they are being read, or why they cannot. Above them: that they are old. */
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

/** Reads a list again. It can be pressed all the time, so that it keeps the focus; a press meanwhile is ignored. */
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
