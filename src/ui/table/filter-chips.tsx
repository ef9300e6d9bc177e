import Box from '@mui/material/Box';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count: number;
  /** A mark beside the word: how urgent it is. */
  readonly dot?: 'error' | 'warning' | 'hollow' | undefined;
}

interface FilterChipsProps<T extends string> {
  readonly label: string;
  /** Shows everything; pressed while no filter is. */
  readonly all: { readonly label: string; readonly count: number };
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** Filters, one at a time. Pressing one again shows everything; one that would show nothing is disabled. */
export function FilterChips<T extends string>({ label, all, options, value, onChange }: FilterChipsProps<T>) {
  return (
    <Box role="group" aria-label={label} sx={chipsStyle}>
      <button type="button" aria-pressed={value === undefined} onClick={() => onChange(undefined)}>
        {all.label} <span>{all.count}</span>
      </button>
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
            {option.dot && <i data-dot={option.dot} aria-hidden />}
            {option.label} <span>{option.count}</span>
          </button>
        );
      })}
    </Box>
  );
}

export const chipsStyle = {
  display: 'flex',
  flex: 'none',
  gap: 1,
  '& > button': {
    flex: 'none',
    height: 28,
    px: 1.25,
    border: 1,
    borderColor: 'rule.strong',
    borderRadius: '14px',
    bgcolor: 'background.paper',
    color: 'text.secondary',
    font: 'inherit',
    fontSize: '0.75rem',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  '& > button:hover': { borderColor: 'rule.control', color: 'text.primary' },
  '& > button:disabled': { color: 'text.disabled', cursor: 'default' },
  '& > [aria-pressed=true]': { bgcolor: 'accent.soft', borderColor: 'accent.line', color: 'accent.text' },
  '& > button > span': { ml: 0.5, color: 'text.disabled' },
  '& > [aria-pressed=true] > span': { color: 'inherit' },
  '& i': {
    display: 'inline-block',
    boxSizing: 'border-box',
    width: 8,
    height: 8,
    mr: 0.75,
    borderRadius: '50%',
  },
  '& [data-dot=error]': { bgcolor: 'error.mark' },
  '& [data-dot=warning]': { bgcolor: 'warning.mark' },
  '& [data-dot=hollow]': { border: '1.5px dashed', borderColor: 'rule.control' },
  '& > button:disabled > span': { color: 'inherit' },
  '@media (forced-colors: active)': {
    '& > [aria-pressed=true]:not(:focus-visible)': { outline: '2px solid Highlight', outlineOffset: -2 },
    '& i': { forcedColorAdjust: 'none' },
  },
  '@media (pointer: coarse)': { '& > button': { height: 44, borderRadius: '22px' } },
} as const;
