import Box from '@mui/material/Box';

interface FilterChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly count: number }[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** Filters of which one can be pressed, and pressed again to show all; one that would show nothing is off. */
export function FilterChips<T extends string>({ label, options, value, onChange }: FilterChipsProps<T>) {
  return (
    <Box role="group" aria-label={label} sx={chipsStyle}>
      {options.map((option) => {
        const pressed = option.value === value;
        return (
          <button
            key={option.value}
            type="button"
            aria-pressed={pressed}
            disabled={option.count === 0 && !pressed}
            onClick={() => onChange(pressed ? undefined : option.value)}
          >
            {option.label} <span>{option.count}</span>
          </button>
        );
      })}
    </Box>
  );
}

const chipsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  '& > button': {
    height: 28,
    px: 1.25,
    border: 1,
    borderColor: 'rule.strong',
    borderRadius: '14px',
    bgcolor: 'background.paper',
    color: 'text.primary',
    font: 'inherit',
    cursor: 'pointer',
  },
  '& > button:hover': { borderColor: 'rule.control' },
  '& > button:disabled': { color: 'text.disabled', cursor: 'default' },
  '& > [aria-pressed=true]': { bgcolor: 'accent.soft', borderColor: 'accent.line', color: 'accent.text' },
  '& > button > span': { ml: 0.5, color: 'text.secondary' },
  '& > button:disabled > span': { color: 'inherit' },
  '& > button:focus-visible': { outline: '2px solid', outlineColor: 'accent.focus', outlineOffset: 2 },
  '@media (pointer: coarse)': { '& > button': { height: 44, borderRadius: '22px' } },
} as const;
