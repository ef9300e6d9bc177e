import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId, type ChangeEvent, type FocusEvent } from 'react';

interface RadioChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly stacked?: boolean;
}

/** One of a few options, all visible. */
export function RadioChoice<T extends string>(props: RadioChoiceProps<T>) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>, option: T) => {
    // A long press on a touch screen may have moved the focus back.
    target.focus();
    props.onChange(option);
  };
  return (
    <FormControl>
      <FormLabel id={id}>{props.label}</FormLabel>
      <RadioGroup
        onFocus={focusChosen}
        row={!props.stacked}
        aria-labelledby={id}
        value={props.value}
        sx={props.options.length > 3 ? columnsStyle : undefined}
      >
        {props.options.map((option) => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio size="small" onChange={(event) => choose(event, option)} />}
            label={props.labels[option]}
            slotProps={{ typography: { variant: 'body2' } }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

/**
 * If the choice was not made after all, because a question was answered with no, the focus returns to the checked
 * option.
 */
function focusChosen({ target, currentTarget: group }: FocusEvent<HTMLElement>): void {
  requestAnimationFrame(() => {
    if (target === document.activeElement && target.matches(':not(:checked)'))
      group.querySelector<HTMLElement>(':checked')?.focus();
  });
}

/** More options than fit on a line are laid out in columns. */
const columnsStyle = {
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, max-content))',
  // 640 pixels, unless the browser's font is larger.
  '@media (min-width: 40rem)': { gridTemplateColumns: 'repeat(3, max-content)' },
  columnGap: 1,
} as const;
