import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import MuiTextField from '@mui/material/TextField';
import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import { FieldNotes } from './field-notes.tsx';
import { TextFileButton } from '../file-button.tsx';
import { useAutoFocus } from '../typing.ts';
import type { TextFieldProps } from './text-field.tsx';

interface SecretFieldProps<V extends FieldValues> extends TextFieldProps<V> {
  readonly showLabel: string;
  readonly hideLabel: string;
  /** The words on the button, where the labels above are its full name. */
  readonly showText: string;
  readonly hideText: string;
  /** A value of many lines, such as a key file. */
  readonly multiline?: boolean;
  /** Names a button that reads the value from a file; a file may also be dropped on the field. */
  readonly fileLabel?: string;
}

/**
 * A field for a credential, hidden until shown. A value with a line break needs a field of many lines: an
 * `input` would drop the break without a word, and the value sent would not be the one pasted.
 */
export function SecretField<V extends FieldValues>(props: SecretFieldProps<V>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const autoFocus = useAutoFocus(props.autoFocus);
  const [shown, setShown] = useState(false);
  const value: string = field.value;
  const multiline = props.multiline === true || /[\r\n]/.test(value);

  const keepLineBreaks = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (multiline || !/[\r\n]/.test(pasted)) return;
    event.preventDefault();
    const input = event.currentTarget;
    const start = input.selectionStart ?? value.length;
    field.onChange(value.slice(0, start) + pasted + value.slice(input.selectionEnd ?? start));
  };

  const dropFile = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    void file.text().then(field.onChange);
  };

  return (
    <div>
      <MuiTextField
        name={field.name}
        value={value}
        inputRef={field.ref}
        onBlur={field.onBlur}
        onChange={field.onChange}
        label={props.label}
        type={multiline || shown ? 'text' : 'password'}
        multiline={multiline}
        {...(multiline && { minRows: 3, maxRows: 10 })}
        error={fieldState.error !== undefined}
        helperText={fieldState.error?.message ?? props.hint ?? ' '}
        autoFocus={autoFocus}
        slotProps={{
          htmlInput: {
            onPaste: keepLineBreaks,
            ...(props.fileLabel !== undefined && { onDrop: dropFile }),
            spellCheck: false,
            autoCapitalize: 'none',
            autoComplete: 'new-password',
            style: multiline && !shown ? { WebkitTextSecurity: 'disc' } : undefined,
          },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <Button
                  size="small"
                  aria-label={shown ? props.hideLabel : props.showLabel}
                  onClick={() => setShown(!shown)}
                >
                  {shown ? props.hideText : props.showText}
                </Button>
              </InputAdornment>
            ),
          },
        }}
      />
      {props.fileLabel !== undefined && <TextFileButton label={props.fileLabel} onText={field.onChange} />}
      <FieldNotes notes={props.notes} />
    </div>
  );
}
