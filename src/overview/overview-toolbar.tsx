import Box from '@mui/material/Box';
import { X } from 'lucide-react';
import { Button } from '../ui/buttons/button.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { FilterChips } from '../ui/table/filter-chips.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { toolbarEndStyle } from '../ui/table/table-style.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { Matrix } from './matrix-rows.ts';
import { shownTenants, type OverviewFilters } from './overview-filters.ts';

interface OverviewToolbarProps {
  readonly filters: OverviewFilters;
  readonly onChange: (change: Partial<OverviewFilters>) => void;
  readonly counts: Matrix['counts'];
  /** How many tenants and secrets are shown, in words; empty while they are read. */
  readonly shown: string;
  /** The reading progress, in words. */
  readonly reading: string;
}

export function OverviewToolbar({ filters, onChange, counts, shown, reading }: OverviewToolbarProps) {
  const texts = useTexts('overview');
  const { secret } = filters;
  return (
    <Box sx={toolbarStyle}>
      {/* A single field leaves room for the name of the chosen secret. */}
      <Box sx={{ ...searchStyle, flexBasis: secret === undefined ? 280 : 176 }}>
        <SearchField
          label={texts.searchTenants}
          value={filters.tenants}
          onChange={(tenants) => onChange({ tenants })}
        />
        {secret === undefined && (
          <SearchField
            label={texts.searchSecrets}
            value={filters.secrets}
            onChange={(secrets) => onChange({ secrets })}
            second
          />
        )}
      </Box>
      {secret !== undefined && (
        <Button
          variant="outlined"
          aria-label={texts.clearOne(secret)}
          onClick={() => onChange({ secret: undefined })}
          sx={{ maxWidth: 320, bgcolor: 'accent.soft', borderColor: 'accent.line', color: 'accent.text' }}
        >
          <code>{secret}</code>
          <X {...smallIconProps} />
        </Button>
      )}
      <FilterChips
        label={texts.show}
        all={{ label: texts.showAll, count: counts.all }}
        options={shownTenants.map((value) => ({
          value,
          dot: dots[value],
          label: texts.shows[value],
          count: counts[value],
        }))}
        value={filters.show}
        onChange={(show) => onChange({ show })}
      />
      <Box sx={{ ...toolbarEndStyle, justifyContent: 'flex-end', minWidth: 224 }}>
        <span role="status">{shown}</span>
        {/* Repeats the progress bar, to reserve the space so that nothing moves at the end. */}
        {shown === '' && <span aria-hidden>{reading}</span>}
      </Box>
    </Box>
  );
}

const dots = { expired: 'error', soon: 'warning', missing: undefined, silent: 'hollow' } as const;

const searchStyle = {
  display: 'flex',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  gap: 1,
  flexGrow: 1,
  maxWidth: { xs: '100%', sm: 392 },
  // They share the space.
  '&& > *': { flex: { xs: '1 1 100%', sm: '1 1 0' }, width: { sm: 'auto' }, minWidth: 0 },
} as const;

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  // The progress line below it is always there.
  mb: 1.5,
  '& code': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '@media print': { display: 'none' },
  // On a phone the chips are in one line that scrolls.
  '& > [role=group]': {
    flex: '0 1 auto',
    maxWidth: '100%',
    flexWrap: { xs: 'nowrap', sm: 'wrap' },
    overflowX: { xs: 'auto', sm: 'visible' },
  },
  '& > [role=group] > button': { flex: 'none' },
} as const;
