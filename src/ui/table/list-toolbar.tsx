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
  /** How much of the list is shown, and other changes; announced. */
  readonly status: ReactNode;
  /** Filters. */
  readonly children?: ReactNode;
}

/** The line above a list: search and filters, how fresh the list is, and the button that reads it again. */
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

/** One line, which scrolls sideways below its sticky end if it is too long. */
const toolbarStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  mx: 'calc(-1 * var(--gutter, 0px))',
  mb: 1.5,
  px: 'var(--gutter, 0px)',
  // Keeps the focus ring from being cut off.
  py: 0.5,
  mt: -0.5,
  overflowX: 'auto',
  scrollbarWidth: 'none',
  // Beside filters the search field is narrower.
  '@media (min-width: 640px) and (max-width: 1279.95px)': {
    '&:has(> [role=group]) > div:has(> input)': { width: 176 },
  },
  '@media (max-width: 639.95px)': {
    '&:has(> [role=group]) > div:has(> input)': { flexShrink: 0 },
    // Shows the filters first; the search field expands when touched.
    '&:has(> [role=group]) > div:has(> input:placeholder-shown):not(:focus-within)': {
      position: 'relative',
      flex: 'none',
      width: 44,
      '& > input, & > kbd': { opacity: 0 },
      // The whole icon can be touched.
      '& > input': { position: 'absolute', inset: 0 },
    },
    // Without filters, the button is beside the field and the status below both.
    '&:not(:has(> [role=group]))': {
      flexWrap: 'wrap',
      '& > div:has(> input)': { flex: '1 1 208px', width: 'auto' },
      '& > [role=status]': { order: 1, flexBasis: '100%' },
    },
  },
  // Beside filters there is room for only one of the two.
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
  // The filters fade out below it.
  alignSelf: 'stretch',
  my: -0.5,
  pl: 1,
  background: 'linear-gradient(90deg, transparent, var(--mui-palette-background-paper) 8px)',
} as const;
