import Box from '@mui/material/Box';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Takes the full width, for a phone. */
  readonly stretched?: boolean;
}

/** Switches between a few views of the same thing. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  return (
    <Box role="group" aria-label={props.label} sx={[groupStyle, props.stretched ? { display: 'flex' } : {}]}>
      {props.options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === props.value}
          onClick={() => props.onChange(option)}
        >
          {props.labels[option]}
        </button>
      ))}
    </Box>
  );
}

const groupStyle = {
  display: 'inline-flex',
  p: '2px',
  borderRadius: 1,
  bgcolor: 'ground.press',
  '& > button': {
    flex: 'auto',
    height: 24,
    px: 1.25,
    py: 0,
    border: 0,
    borderRadius: '4px',
    bgcolor: 'transparent',
    color: 'text.secondary',
    font: 'inherit',
    typography: 'caption',
    cursor: 'pointer',
    '&:hover': { color: 'text.primary' },
    '&[aria-pressed=true]': {
      bgcolor: 'background.paper',
      color: 'text.primary',
      boxShadow: 'inset 0 0 0 1px var(--mui-palette-rule-strong)',
    },
    '&:focus-visible': { outlineOffset: -2 },
    '@media (pointer: coarse)': { height: 40 },
    '@media (forced-colors: active)': { '&[aria-pressed=true]': { outline: '1px solid Highlight' } },
  },
} as const;
