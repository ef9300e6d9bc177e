import TextField from '@mui/material/TextField';

interface ResourceGroupFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The id of a resource group that each of many tenants has for itself. */
export function ResourceGroupField({ label, value, onChange }: ResourceGroupFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText=" "
      autoComplete="off"
      slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
      sx={{ maxWidth: 720, mb: 1 }}
    />
  );
}
