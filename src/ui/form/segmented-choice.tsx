import Box from '@mui/material/Box';
import { useId } from 'react';

interface SegmentedChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few options, side by side: radio buttons, so that the arrow keys work, styled as one control. */
export function SegmentedChoice<T extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedChoiceProps<T>) {
  const id = useId();
  return (
    <Box role="radiogroup" aria-labelledby={id} sx={choiceStyle}>
      <span id={id}>{label}</span>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Box>
  );
}

const choiceStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: 2,
  rowGap: 0.5,
  '& > div': { display: 'inline-flex', p: '2px', borderRadius: '6px', bgcolor: 'ground.press' },
  '& label': { position: 'relative', display: 'flex', cursor: 'pointer' },
  '& input': { position: 'absolute', inset: 0, m: 0, opacity: 0, cursor: 'inherit' },
  '& label > span': {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: 24,
    px: { xs: 1, sm: 1.25 },
    borderRadius: '4px',
    color: 'text.secondary',
    typography: 'caption',
    '@media (pointer: coarse)': { minHeight: 40 },
  },
  '& :checked + span': {
    bgcolor: 'background.paper',
    color: 'text.primary',
    boxShadow: 'inset 0 0 0 1px var(--mui-palette-rule-strong)',
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: -2 },
  },
  '& :focus-visible + span': { outline: '2px solid', outlineColor: 'accent.focus', outlineOffset: 1 },
} as const;
