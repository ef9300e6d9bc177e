import TextField from '@mui/material/TextField';
import { selectSlot } from '../../ui/select/select-slot.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { tenantFilters, type TenantFilter } from './tenant-choice.ts';

interface TenantFilterFieldProps {
  readonly value: TenantFilter | 'all';
  readonly onChange: (only: TenantFilter | 'all') => void;
}

export function TenantFilterField({ value, onChange }: TenantFilterFieldProps) {
  const texts = useTexts('rollout');
  return (
    <TextField
      select
      label={texts.only}
      value={value}
      onChange={(event) => onChange(tenantFilters.find((one) => one === event.target.value) ?? 'all')}
      slotProps={{ select: selectSlot }}
      fullWidth={false}
      sx={{ minWidth: 160 }}
    >
      <option value="all">{texts.onlyAll}</option>
      {tenantFilters.map((one) => (
        <option key={one} value={one}>
          {texts.filters[one]}
        </option>
      ))}
    </TextField>
  );
}
