import Box from '@mui/material/Box';
import type { Connection } from '../domain/connection/connection.ts';
import { NativeSelect } from '../ui/select/native-select.tsx';
import { RefreshButton } from '../ui/table/list-state.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { toolbarEndStyle } from '../ui/table/table-style.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { actions, outcomes, periods, type AuditFilters, type FilterChange } from './audit-filters.ts';
import { useDebouncedText } from './use-debounced-text.ts';

interface AuditToolbarProps {
  readonly filters: AuditFilters;
  readonly connections: readonly Connection[];
  readonly onChange: (change: FilterChange) => void;
  /** How many events are shown. */
  readonly status: string;
  readonly onRefresh: () => void;
  readonly isFetching: boolean;
}

/** The filters of the audit log. Text fields apply after a pause in typing, because each change asks the gateway. */
export function AuditToolbar(props: AuditToolbarProps) {
  const { filters, connections, onChange, status, onRefresh, isFetching } = props;
  const texts = useTexts('audit');
  const [q, typeSearch] = useDebouncedText(filters.q ?? '', (next) => onChange({ q: next }));
  const [user, typeUser] = useDebouncedText(filters.user ?? '', (next) => onChange({ user: next }));
  return (
    <Box role="search" aria-label={texts.filters} sx={toolbarStyle}>
      <SearchField label={texts.search} value={q} onChange={typeSearch} />
      <Box sx={narrowStyle}>
        <SearchField label={texts.user} value={user} onChange={typeUser} second />
      </Box>
      <Choice
        label={texts.columns.tenant}
        all={texts.anyTenant}
        options={tenantOptions(connections, filters.tenant)}
        value={filters.tenant}
        onChange={(tenant) => onChange({ tenant })}
      />
      <Choice
        label={texts.columns.action}
        all={texts.anyAction}
        options={actions.map((action) => [action, texts.actions[action] ?? action])}
        value={filters.action}
        onChange={(action) => onChange({ action })}
      />
      <Choice
        label={texts.columns.outcome}
        all={texts.anyOutcome}
        options={outcomes.map((outcome) => [outcome, texts.outcomes[outcome] ?? outcome])}
        value={filters.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Choice
        label={texts.period}
        all={texts.anyTime}
        options={periods.map((days) => [days, texts.lastDays(Number(days))])}
        value={filters.days}
        onChange={(days) => onChange({ days })}
      />
      <Box sx={toolbarEndStyle}>
        <div role="status">{status}</div>
        <RefreshButton onRefresh={onRefresh} isFetching={isFetching} />
      </Box>
    </Box>
  );
}

/** A tenant that is not connected stays selected: the log may know it, and the address names it. */
function tenantOptions(connections: readonly Connection[], chosen: string | undefined): [string, string][] {
  const known = connections.map(({ id, label }): [string, string] => [id, label]);
  return chosen === undefined || known.some(([id]) => id === chosen) ? known : [...known, [chosen, chosen]];
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

function Choice<T extends string>({ label, all, options, value, onChange }: ChoiceProps<T>) {
  return (
    <NativeSelect
      pill
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(options.find(([one]) => one === target.value)?.[0])}
    >
      <option value="">{all}</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Makes the field inside as wide as this box. */
const narrowStyle = { width: 144, '& > div': { width: '100%' } } as const;

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  mb: 2,
  '@media print': { display: 'none' },
} as const;
