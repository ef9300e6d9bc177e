import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { Search } from 'lucide-react';
import { iconProps } from '../icon-props.ts';

/** A field that filters the list below it as one types. */
export function SearchField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Box sx={{ flex: '0 1 240px', minWidth: 0 }}>
      <InputBase
        type="search"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.label}
        startAdornment={<Search {...iconProps} />}
        slotProps={{ input: { 'aria-label': props.label, spellCheck: false } }}
        sx={fieldStyle}
      />
    </Box>
  );
}

const fieldStyle = {
  width: '100%',
  height: 32,
  px: 1.25,
  gap: 1,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'rule.control',
  borderRadius: 1,
  typography: 'body2',
  '& > svg': { flex: 'none', color: 'text.disabled' },
  '& input::placeholder': { color: 'text.disabled', opacity: 1 },
  '& input:focus-visible': { outline: 'none' },
  '&:focus-within': { outline: 2, outlineStyle: 'solid', outlineColor: 'accent.focus', outlineOffset: -1 },
  '@media (pointer: coarse)': { height: 44 },
} as const;
