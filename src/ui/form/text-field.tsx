import MuiTextField from '@mui/material/TextField';
import type { ChangeEvent, ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useAutoFocus } from '../polite-focus.ts';
import { HelperLines, helperProps, notedFieldStyle, type FieldNote } from './field-notes.tsx';

export interface TextFieldProps<V extends FieldValues> {
  readonly control: Control<V>;
  readonly name: FieldPath<V>;
  readonly label: string;
  /** Shown in the helper line while there is nothing to correct. */
  readonly hint?: ReactNode;
  readonly notes?: readonly FieldNote[];
  /** Renders an error, where its text contains a link. */
  readonly showError?: (message: string, value: string) => ReactNode;
  readonly readOnly?: boolean;
  /** The value is a credential, and is shown as dots. */
  readonly masked?: boolean;
  readonly autoFocus?: boolean;
  readonly endAdornment?: ReactNode;
  readonly onChange?: (value: string) => void;
  /** Called when the field is left with a value, to check it; empty fields are only checked on submit. */
  readonly onFilled?: () => void;
}

/** Instead of the type `password`, for which browsers offer to save the value. */
export const maskedStyle = { WebkitTextSecurity: 'disc' } as const;

/** What all fields share: the value, and the messages in the helper line. */
export function useFieldProps<V extends FieldValues>(props: TextFieldProps<V>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const autoFocus = useAutoFocus(props.autoFocus);
  const message = fieldState.error?.message;
  return {
    name: field.name,
    value: field.value,
    inputRef: field.ref,
    onBlur: () => {
      field.onBlur();
      if (field.value !== '') props.onFilled?.();
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      field.onChange(event);
      props.onChange?.(event.target.value);
    },
    label: props.label,
    autoFocus,
    sx: notedFieldStyle,
    error: fieldState.error !== undefined,
    helperText: (
      <HelperLines
        error={message === undefined ? undefined : (props.showError?.(message, field.value) ?? message)}
        notes={props.notes}
        hint={props.hint}
      />
    ),
  };
}

/** A form's text field. Its helper line is always reserved, so that nothing jumps. */
export function TextField<V extends FieldValues>(props: TextFieldProps<V>) {
  return (
    <MuiTextField
      {...useFieldProps(props)}
      autoComplete="off"
      slotProps={{
        formHelperText: helperProps,
        input: { endAdornment: props.endAdornment },
        htmlInput: {
          spellCheck: false,
          autoCapitalize: 'none',
          readOnly: props.readOnly ?? false,
          style: props.masked === true ? maskedStyle : undefined,
        },
      }}
    />
  );
}
