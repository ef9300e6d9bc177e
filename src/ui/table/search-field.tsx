import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';

/** A field that filters the list below it as one types. */
export function SearchField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Box sx={{ flex: '0 1 320px', minWidth: 0 }}>
      <InputBase
        type="search"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.label}
        slotProps={{ input: { 'aria-label': props.label, spellCheck: false } }}
        sx={{
          width: '100%',
          px: 1.5,
          py: 0.25,
          typography: 'body2',
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          '&:focus-within': { outline: 2, outlineStyle: 'solid', outlineColor: 'primary.main' },
        }}
      />
    </Box>
  );
}
