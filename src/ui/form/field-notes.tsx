import Box from '@mui/material/Box';
import { useFormControl } from '@mui/material/FormControl';
import { Check, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { smallIconProps } from '../icon-props.ts';
import { plainButtonStyle } from '../plain-button-style.ts';

/** A remark about a field's value, with a button that fixes it where possible. */
export interface FieldNote {
  readonly id: string;
  /** `ok` confirms something. */
  readonly severity: 'ok' | 'info' | 'warning';
  readonly text: string;
  readonly fix?: { readonly label: string; readonly apply: () => void };
  /** A fix for the field's error: while the error shows, only the note's button is shown with it. */
  readonly ofError?: boolean;
}

/** Suggests a fix for a field's error, where it is clear what was meant. */
export function suggestionNotes(
  texts: { readonly suggestion: string; readonly use: (suggestion: string) => string },
  suggestion: string | undefined,
  apply: (suggestion: string) => void,
): FieldNote[] {
  if (!suggestion) return [];
  const fix = { label: texts.use(suggestion), apply: () => apply(suggestion) };
  return [{ id: 'suggestion', severity: 'info', text: texts.suggestion, ofError: true, fix }];
}

interface HelperLinesProps {
  readonly error?: ReactNode;
  readonly notes?: readonly FieldNote[] | undefined;
  /** Shown while there is nothing to say about the value. */
  readonly hint?: ReactNode;
}

const noNotes: readonly FieldNote[] = [];
const icons = { error: CircleAlert, warning: TriangleAlert, info: Info, ok: Check };

/** The lines below a field: its error and notes, or else its hint. One line is always reserved. */
export function HelperLines({ error, notes = noNotes, hint }: HelperLinesProps) {
  const mending = error === undefined ? undefined : notes.find(({ ofError }) => ofError);
  const isFocused = useFormControl()?.focused ?? false;
  const others = mending ? notes.filter((note) => note !== mending) : notes;
  return (
    <>
      <Box component="span" aria-live="polite" sx={{ display: 'block' }}>
        {/* Keyed by the note, so that its button stays the same element when leaving the field turns the note into an error. */}
        {[
          ...(error === undefined
            ? []
            : [<Line key={mending?.id ?? 'error'} tone="error" text={error} fix={mending?.fix} isSpoken />]),
          ...others.map(({ id, severity, text, fix }) => (
            <Line
              key={id}
              tone={severity}
              text={text}
              fix={fix}
              isSpoken={isFocused || severity === 'warning'}
            />
          )),
        ]}
      </Box>
      {/* Read out when the field is reached, but not when the hint reappears. */}
      {error === undefined && notes.length === 0 && (hint ?? '\u00A0')}
    </>
  );
}

interface LineProps {
  readonly tone: keyof typeof icons;
  readonly text: ReactNode;
  readonly fix: FieldNote['fix'];
  /** Problems and notes at the focused field are announced. The rest is read out when the field is reached. */
  readonly isSpoken: boolean;
}

function Line({ tone, text, fix, isSpoken }: LineProps) {
  const Icon = icons[tone];
  return (
    <Box component="span" data-tone={tone} sx={lineStyle} {...(!isSpoken && { 'aria-live': 'off' })}>
      <Icon {...smallIconProps} />
      <span>
        {text}
        {fix && (
          <>
            {' '}
            <Box component="button" type="button" onMouseDown={keepFocus} onClick={fix.apply} sx={fixStyle}>
              {fix.label}
            </Box>
          </>
        )}
      </span>
    </Box>
  );
}

/** Pressing the button must not blur the field: validation could then move the button away from the pointer. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
}

/** For a field's `slotProps.formHelperText`: the lines bring their own icons. */
export const helperProps = {
  component: 'div',
  sx: { '&.Mui-error': { color: 'text.disabled' }, '&.Mui-error::before': { content: 'none' } },
} as const;

/** For the field itself: a warning below it colours its border. */
export const notedFieldStyle = {
  '&:has([data-tone=warning]) .MuiOutlinedInput-root:not(.Mui-error, .Mui-focused) .MuiOutlinedInput-notchedOutline':
    { borderColor: 'warning.mark' },
} as const;

const lineStyle = {
  display: 'flex',
  gap: 0.75,
  color: 'text.secondary',
  overflowWrap: 'anywhere',
  '&[data-tone=error]': { color: 'error.main' },
  '&[data-tone=warning]': { color: 'warning.main' },
  '&[data-tone=ok] > svg': { color: 'success.main' },
  '& > svg': { flex: 'none', mt: '1px' },
  '& > span': { minWidth: 0 },
  '& a': { textDecorationLine: 'underline', textDecorationColor: 'currentColor' },
} as const;

const fixStyle = {
  ...plainButtonStyle,
  color: 'accent.text',
  textDecoration: 'underline',
  textDecorationColor: 'var(--mui-palette-accent-line)',
  textUnderlineOffset: 3,
  '&:hover': { textDecorationColor: 'currentColor' },
  // A larger touch target that does not make the line higher.
  '@media (pointer: coarse)': { py: 1, my: -1 },
} as const;
