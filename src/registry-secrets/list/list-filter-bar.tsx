import { NativeSelect } from '../../ui/select/native-select.tsx';
import { FilterChips } from '../../ui/table/filter-chips.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ListFilters } from './list-filters.ts';
import { endFilters, type SecretRow } from './secret-rows.ts';

interface ListFilterBarProps {
  readonly rows: readonly SecretRow[];
  readonly filters: ListFilters;
  readonly onChange: (filters: ListFilters) => void;
}

/** Filters the list by expiry, and by the providers that occur in it. */
export function ListFilterBar({ rows, filters, onChange }: ListFilterBarProps) {
  const texts = useTexts('listFilters');
  const { end, ...withoutEnd } = filters;
  const { provider, ...withoutProvider } = filters;
  const present = rows.flatMap(({ providers }) => providers);
  const providers = [...new Set(provider === undefined ? present : [...present, provider])].toSorted();
  return (
    <>
      <FilterChips
        label={texts.filters}
        all={{ label: texts.all, count: rows.length }}
        options={endFilters.map((value) => ({
          value,
          dot: dots[value],
          label: texts.ends[value],
          count: rows.filter(({ expiry }) => expiry.kind === value).length,
        }))}
        value={end}
        onChange={(next) => onChange({ ...withoutEnd, ...(next !== undefined && { end: next }) })}
      />
      <NativeSelect
        pill
        aria-label={texts.provider}
        value={provider ?? ''}
        onChange={({ target }) =>
          onChange({ ...withoutProvider, ...(target.value !== '' && { provider: target.value }) })
        }
      >
        <option value="">{texts.allProviders}</option>
        {providers.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </NativeSelect>
    </>
  );
}

const dots = { expired: 'error', soon: 'warning', none: undefined, unknown: 'hollow' } as const;
