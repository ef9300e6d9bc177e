import MuiTextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useAutoFocus } from '../free-hands.ts';
import { selectSlot } from '../select/select-slot.tsx';
import { HelperLines, helperProps, notedFieldStyle, type FieldNote } from './field-notes.tsx';

interface SelectFieldProps<V extends FieldValues> {
  readonly control: Control<V>;
  readonly name: FieldPath<V>;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Stands in the helper line while there is nothing to correct. */
  readonly hint?: ReactNode;
  readonly notes?: readonly FieldNote[];
  readonly autoFocus?: boolean;
  readonly onChange?: (value: string) => void;
}

/** A form's choice of one of several, in the browser's own way. */
export function SelectField<V extends FieldValues>(props: SelectFieldProps<V>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const autoFocus = useAutoFocus(props.autoFocus);
  return (
    <MuiTextField
      select
      name={field.name}
      value={field.value}
      inputRef={field.ref}
      onBlur={field.onBlur}
      onChange={(event) => {
        field.onChange(event);
        props.onChange?.(event.target.value);
      }}
      label={props.label}
      autoFocus={autoFocus}
      sx={notedFieldStyle}
      error={fieldState.error !== undefined}
      helperText={<HelperLines error={fieldState.error?.message} notes={props.notes} hint={props.hint} />}
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
