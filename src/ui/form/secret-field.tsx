import InputAdornment from '@mui/material/InputAdornment';
import MuiTextField from '@mui/material/TextField';
import { Eye, EyeOff } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { flushSync } from 'react-dom';
import { useController, type FieldValues } from 'react-hook-form';
import { readImportFile } from '../../domain/pull-secret/import/decode-import-file.ts';
import { trimPastedToken } from '../../domain/token/credential-checks.ts';
import { IconButton } from '../buttons/button.tsx';
import { iconProps } from '../icon-props.ts';
import { HelperLines, helperProps, notedFieldStyle } from './field-notes.tsx';
import { FileButton } from '../file-button.tsx';
import { useAutoFocus } from '../polite-focus.ts';
import { useTexts } from '../texts/texts.ts';
import { showToast } from '../toasts/toasts.ts';
import { maskedStyle, type TextFieldProps } from './text-field.tsx';
import { useTrimmedPaste } from './use-trimmed-paste.ts';

interface SecretFieldProps<V extends FieldValues> extends TextFieldProps<V> {
  readonly showLabel: string;
  readonly hideLabel: string;
  /** A value of many lines, such as a key file. */
  readonly multiline?: boolean;
  /** Names a button that reads the value from a file; a file may also be dropped on the field. */
  readonly fileLabel?: string;
}

/**
 * A field for a credential, hidden until shown. A value with line breaks needs a multi-line field: an `input` would
 * silently drop them, and the value sent would not be the one that was pasted.
 */
export function SecretField<V extends FieldValues>(props: SecretFieldProps<V>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const texts = useTexts('importTexts');
  const autoFocus = useAutoFocus(props.autoFocus);
  const [shown, setShown] = useState(false);
  const value: string = field.value;
  const multiline = props.multiline === true || /[\r\n]/.test(value);
  const input = useRef<HTMLInputElement>(null);
  const { takeIn, note } = useTrimmedPaste(value, (text) => {
    // A line break turns the field into another element, which must exist before it can be focused.
    flushSync(() => field.onChange(text));
    input.current?.focus();
  });

  const takeFile = async (file: File) => {
    const read = await readImportFile(file);
    if ('text' in read) takeIn(read.text);
    else showToast({ text: texts.problem(read.problem), failed: true });
  };

  const paste = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd } = event.currentTarget;
    const start = selectionStart ?? value.length;
    const next = value.slice(0, start) + pasted + value.slice(selectionEnd ?? start);
    const browserWouldDo = (multiline || !/[\r\n]/.test(pasted)) && trimPastedToken(next) === next;
    if (browserWouldDo) return;
    event.preventDefault();
    takeIn(next);
  };

  const dropFile = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    void takeFile(file);
  };

  return (
    <div>
      <MuiTextField
        name={field.name}
        value={value}
        inputRef={(element: HTMLInputElement | null) => {
          field.ref(element);
          input.current = element;
        }}
        onBlur={() => {
          field.onBlur();
          if (value !== '') props.onFilled?.();
        }}
        onChange={field.onChange}
        label={props.label}
        type={multiline || shown ? 'text' : 'password'}
        multiline={multiline}
        {...(multiline && { minRows: 3, maxRows: 10 })}
        error={fieldState.error !== undefined}
        helperText={
          <HelperLines
            error={fieldState.error?.message}
            notes={[...note, ...(props.notes ?? [])]}
            hint={props.hint}
          />
        }
        autoFocus={autoFocus}
        sx={notedFieldStyle}
        slotProps={{
          formHelperText: helperProps,
          htmlInput: {
            onPaste: paste,
            ...(props.fileLabel !== undefined && { onDrop: dropFile }),
            spellCheck: false,
            autoCapitalize: 'none',
            autoComplete: 'new-password',
            style: multiline && !shown ? maskedStyle : undefined,
          },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  label={shown ? props.hideLabel : props.showLabel}
                  onClick={() => setShown(!shown)}
                >
                  {shown ? <EyeOff {...iconProps} /> : <Eye {...iconProps} />}
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      {props.fileLabel !== undefined && (
        <FileButton label={props.fileLabel} onFile={(file) => void takeFile(file)} />
      )}
    </div>
  );
}
