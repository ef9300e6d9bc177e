import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';

interface RadioChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly stacked?: boolean;
}

/** One of a few, all in sight. */
export function RadioChoice<T extends string>(props: RadioChoiceProps<T>) {
  const id = useId();
  return (
    <FormControl>
      <FormLabel id={id}>{props.label}</FormLabel>
      <RadioGroup
        row={!props.stacked}
        aria-labelledby={id}
        value={props.value}
        sx={props.options.length > 3 ? columnsStyle : undefined}
      >
        {props.options.map((option) => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio size="small" onChange={() => props.onChange(option)} />}
            label={props.labels[option]}
            slotProps={{ typography: { variant: 'body2' } }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

/** More than a line holds stand below each other. */
const columnsStyle = {
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, max-content))',
  // 640 pixels, unless the browser's font is larger.
  '@media (min-width: 40rem)': { gridTemplateColumns: 'repeat(3, max-content)' },
  columnGap: 1,
} as const;
