import Box from '@mui/material/Box';
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx';
import { FilterChips } from '../../ui/table/filter-chips.tsx';
import { RefreshButton } from '../../ui/table/list-state.tsx';
import { SearchField } from '../../ui/table/search-field.tsx';
import { toolbarEndStyle } from '../../ui/table/table-style.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { connectionFilters, type ConnectionFilter, type ConnectionLines } from './connection-rows.ts';
import type { ConnectionTests } from './connection-tests.ts';

interface ConnectionsToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly show: ConnectionFilter | undefined;
  readonly onShow: (show: ConnectionFilter | undefined) => void;
  /** The number of all connections, and the lines that are left of them. */
  readonly total: number;
  readonly list: ConnectionLines;
  readonly tests: ConnectionTests;
  readonly onRefresh: () => void;
  readonly isFetching: boolean;
}

/** Narrows the list of connections, and tells how far the tests have come. */
export function ConnectionsToolbar(props: ConnectionsToolbarProps) {
  const { search, onSearch, show, onShow, total, list, tests, onRefresh, isFetching } = props;
  const texts = useTexts('connections');
  const { shown, counts } = list;
  return (
    <Box sx={toolbarStyle}>
      {total > 0 && (
        <>
          <SearchField label={texts.search} value={search} onChange={onSearch} />
          <FilterChips
            label={texts.show}
            all={{ label: texts.showAll, count: counts.all }}
            options={connectionFilters.map((value) => ({
              value,
              label: texts.filters[value],
              dot: value === 'failed' ? ('error' as const) : undefined,
              count: counts[value],
            }))}
            value={show}
            onChange={onShow}
          />
        </>
      )}
      <Box sx={toolbarEndStyle}>
        <span role="status">{shown.length < total && texts.shown(shown.length, total)}</span>
        <TestProgress tests={tests} failed={counts.failed} />
        <RefreshButton onRefresh={onRefresh} isFetching={isFetching} />
      </Box>
    </Box>
  );
}

/** While many connections are tested, how far that has come; at the end, how many of them do not work. */
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
