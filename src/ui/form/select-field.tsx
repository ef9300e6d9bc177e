import MuiTextField from '@mui/material/TextField';
import type { FieldValues } from 'react-hook-form';
import { selectSlot } from '../select/select-slot.tsx';
import { helperProps } from './field-notes.tsx';
import { useFieldProps, type TextFieldProps } from './text-field.tsx';

interface SelectFieldProps<V extends FieldValues> extends Omit<
  TextFieldProps<V>,
  'readOnly' | 'masked' | 'endAdornment'
> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A form field for one of several options, as a native select. */
export function SelectField<V extends FieldValues>(props: SelectFieldProps<V>) {
  return (
    <MuiTextField
      select
      {...useFieldProps(props)}
      slotProps={{ formHelperText: helperProps, select: selectSlot }}
    >
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </MuiTextField>
  );
}
