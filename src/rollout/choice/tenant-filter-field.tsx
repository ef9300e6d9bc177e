import { NativeSelect } from '../../ui/select/native-select.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { tenantFilters, type TenantFilter } from './tenant-choice.ts';

interface TenantFilterFieldProps {
  readonly value: TenantFilter | 'all';
  readonly onChange: (only: TenantFilter | 'all') => void;
}

export function TenantFilterField({ value, onChange }: TenantFilterFieldProps) {
  const texts = useTexts('rollout');
  return (
    <NativeSelect
      pill
      aria-label={texts.only}
      value={value === 'all' ? '' : value}
      onChange={({ target }) => onChange(tenantFilters.find((one) => one === target.value) ?? 'all')}
    >
      <option value="">{texts.onlyAll}</option>
      {tenantFilters.map((one) => (
        <option key={one} value={one}>
          {texts.filters[one]}
        </option>
      ))}
    </NativeSelect>
  );
}
