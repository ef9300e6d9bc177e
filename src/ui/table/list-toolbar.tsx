import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';
import { minutesSince, useNow } from '../media/use-now.ts';
import { RefreshButton, type ListQuery } from './list-state.tsx';
import { SearchField } from './search-field.tsx';
import { toolbarEndStyle } from './table-style.ts';

interface ListToolbarProps {
  readonly searchLabel: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The list is empty: there is nothing to search. */
  readonly empty: boolean;
  readonly query: ListQuery;
  readonly onRefresh: () => void;
  /** How much of the list is shown, and what else changes by itself: it is read out. */
  readonly status: ReactNode;
  /** Filters. */
  readonly children?: ReactNode;
}

/** The line above a list: what narrows it down, how fresh it is, and the button that reads it again. */
export function ListToolbar(props: ListToolbarProps) {
  const { searchLabel, search, onSearch, empty, query, onRefresh, status, children } = props;
  return (
    <Box sx={toolbarStyle}>
      {!empty && <SearchField label={searchLabel} value={search} onChange={onSearch} />}
      {!empty && children}
      <Box role="status" sx={statusStyle}>
        {status}
      </Box>
      <Box sx={endStyle}>
        {query.data !== undefined && <Freshness updatedAt={query.dataUpdatedAt} />}
        <RefreshButton onRefresh={onRefresh} isFetching={query.isFetching} />
      </Box>
    </Box>
  );
}

function Freshness({ updatedAt }: { updatedAt: number }) {
  const { updated } = useTexts('common');
  const now = useNow();
  return <Box sx={{ display: { xs: 'none', lg: 'block' } }}>{updated(minutesSince(updatedAt, now))}</Box>;
}

/** One line; where it is too long it scrolls sideways below its end. */
const toolbarStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  mx: 'calc(-1 * var(--gutter, 0px))',
  mb: 1.5,
  px: 'var(--gutter, 0px)',
  // The ring of the focus is not cut off.
  py: 0.5,
  mt: -0.5,
  overflowX: 'auto',
  scrollbarWidth: 'none',
  // Filters leave the field less room beside them.
  '@media (min-width: 640px) and (max-width: 1279.95px)': {
    '&:has(> [role=group]) > div:has(> input)': { width: 176 },
  },
  '@media (max-width: 639.95px)': {
    '&:has(> [role=group]) > div:has(> input)': { flexShrink: 0 },
    // The filters are in sight, and the field as soon as it is touched.
    '&:has(> [role=group]) > div:has(> input:placeholder-shown):not(:focus-within)': {
      position: 'relative',
      flex: 'none',
      width: 44,
      '& > input, & > kbd': { opacity: 0 },
      // All of it is to be touched.
      '& > input': { position: 'absolute', inset: 0 },
    },
    // Without filters the button stands beside the field, and what is read out below both.
    '&:not(:has(> [role=group]))': {
      flexWrap: 'wrap',
      '& > div:has(> input)': { flex: '1 1 208px', width: 'auto' },
      '& > [role=status]': { order: 1, flexBasis: '100%' },
    },
  },
  // Beside filters there is room for one of the two.
  '&:has(> [role=group]) > [role=status]:not(:empty) + div > div': { display: 'none' },
  '@media print': { display: 'none' },
} as const;

const statusStyle = {
  color: 'text.secondary',
  whiteSpace: 'nowrap',
  '&:empty': { display: 'none' },
} as const;

const endStyle = {
  ...toolbarEndStyle,
  position: 'sticky',
  right: 'calc(-1 * var(--gutter, 0px))',
  mr: 'calc(-1 * var(--gutter, 0px))',
  pr: 'var(--gutter, 0px)',
  // What scrolls below it fades.
  alignSelf: 'stretch',
  my: -0.5,
  pl: 1,
  background: 'linear-gradient(90deg, transparent, var(--mui-palette-background-paper) 8px)',
} as const;
