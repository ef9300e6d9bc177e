import { LabelledSelect } from '../../ui/select/labelled-select.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { tenantFilters, type TenantFilter } from './tenant-choice.ts';

interface TenantFilterFieldProps {
  readonly value: TenantFilter | 'all';
  readonly onChange: (only: TenantFilter | 'all') => void;
}

export function TenantFilterField({ value, onChange }: TenantFilterFieldProps) {
  const texts = useTexts('rollout');
  return (
    <LabelledSelect
      label={texts.only}
      options={[
        { value: 'all', label: texts.onlyAll },
        ...tenantFilters.map((one) => ({ value: one, label: texts.filters[one] })),
      ]}
      value={value}
      onChange={onChange}
      fullWidth={false}
      sx={{ minWidth: 160 }}
    />
  );
}
