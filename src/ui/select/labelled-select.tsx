import MuiTextField, { type TextFieldProps } from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { selectSlot } from './select-slot.tsx';

interface LabelledSelectProps<T extends string> extends Pick<TextFieldProps, 'error' | 'fullWidth' | 'sx'> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Below it. */
  readonly hint: ReactNode;
}

/** A labelled select outside a form. */
export function LabelledSelect<T extends string>(props: LabelledSelectProps<T>) {
  const { label, options, value, onChange, hint, ...rest } = props;
  return (
    <MuiTextField
      select
      label={label}
      value={value}
      helperText={hint}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChange(chosen.value);
      }}
      slotProps={{ select: selectSlot }}
      {...rest}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </MuiTextField>
  );
}
