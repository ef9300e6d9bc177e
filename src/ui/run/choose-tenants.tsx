import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { Alert } from '../feedback/alert.tsx';
import { ProgressBar } from '../feedback/progress-bar.tsx';
import { Region } from '../layout/region.tsx';
import type { Wording } from '../layout/wording.tsx';
import { RefreshButton } from '../table/list-state.tsx';
import { SearchField } from '../table/search-field.tsx';
import { toolbarEndStyle } from '../table/table-style.ts';
import { useTexts } from '../texts/texts.ts';
import { unseenStyle } from '../unseen-style.ts';
import { choiceToolbar } from './step-layout.ts';
import type { TenantAnswer } from './tenant-table.tsx';

/** How many tenants have answered, and how to ask them again. */
interface TenantsReading {
  readonly reads: ReadonlyMap<string, TenantAnswer<unknown>>;
  readonly read: number;
  readonly failed: number;
  readonly underWay: number;
  readonly total: number;
  readonly retry: (ids: readonly string[]) => void;
  readonly refresh: () => void;
}

interface ChooseTenantsProps {
  readonly heading: Wording;
  readonly name?: string | undefined;
  readonly reading: TenantsReading;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Beside the search. */
  readonly filter: ReactNode;
  /** How many match, and how many are selected. */
  readonly shown: number;
  readonly selected: number;
  /** Tenants that a link named and that are not connected. */
  readonly unknown: readonly string[];
  /** Buttons that select several at once, and the table. */
  readonly children: ReactNode;
}

/** Wraps a table of tenants to choose from: reading progress, search and filter, and how many are selected. */
export function ChooseTenants(props: ChooseTenantsProps) {
  const { heading, name, reading, search, onSearch, filter, shown, selected, unknown, children } = props;
  const { read, failed, underWay, total } = reading;
  const texts = useTexts('steps');
  const ended = read + failed;
  return (
    <Region heading={heading} name={name}>
      {ended < total && (
        <ProgressBar
          label={texts.reading}
          value={ended}
          total={total}
          text={texts.readingProgress(ended, total)}
        />
      )}
      {/* Screen readers do not notice that the bar disappears. */}
      <Box role="status" sx={unseenStyle}>
        {ended === total && texts.readingProgress(read, total)}
      </Box>
      <Box sx={{ ...choiceToolbar, mb: 1 }}>
        <SearchField label={texts.search} value={search} onChange={onSearch} />
        {filter}
        <Box sx={toolbarEndStyle}>
          <span role="status">
            {shown < total && `${texts.shown(shown, total)}, `}
            {texts.selected(selected, total)}
          </span>
          <RefreshButton onRefresh={reading.refresh} isFetching={underWay > 0} />
        </Box>
      </Box>
      {unknown.length > 0 && (
        <Alert severity="warning" role="note" sx={{ mb: 1 }}>
          {texts.notConnected(unknown)}
        </Alert>
      )}
      {children}
    </Region>
  );
}

/** Asks the tenants again that did not answer, if there are any. */
export function AskAgain({ reading: { reads, retry } }: { reading: TenantsReading }) {
  const { askAgain } = useTexts('steps');
  const silent = [...reads].filter(([, { status }]) => status === 'failed').map(([id]) => id);
  if (silent.length === 0) return undefined;
  return (
    <Button size="small" onClick={() => retry(silent)}>
      {askAgain(silent.length)}
    </Button>
  );
}
