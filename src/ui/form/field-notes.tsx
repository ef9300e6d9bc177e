import Box from '@mui/material/Box';
import { useFormControl } from '@mui/material/FormControl';
import { Check, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { smallIconProps } from '../icon-props.ts';
import { plainButtonStyle } from '../plain-button-style.ts';

/** What is worth knowing about a field's value, with a button that mends it where that is possible. */
export interface FieldNote {
  readonly id: string;
  /** `ok` says that something is as it should be. */
  readonly severity: 'ok' | 'info' | 'warning';
  readonly text: string;
  readonly fix?: { readonly label: string; readonly apply: () => void };
  /** It says how the error at the same field is mended: where that shows, its button alone is wanted. */
  readonly ofError?: boolean;
}

/** How the error at a field is mended, where the value that was meant is evident. */
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
  /** What stands there while nothing is to be said of the value. */
  readonly hint?: ReactNode;
}

const noNotes: readonly FieldNote[] = [];
const icons = { error: CircleAlert, warning: TriangleAlert, info: Info, ok: Check };

/** The line below a field: its hint, in whose place an error comes, or what was noticed. One line is always there. */
export function HelperLines({ error, notes = noNotes, hint }: HelperLinesProps) {
  const mending = error === undefined ? undefined : notes.find(({ ofError }) => ofError);
  const isFocused = useFormControl()?.focused ?? false;
  const others = mending ? notes.filter((note) => note !== mending) : notes;
  return (
    <>
      <Box component="span" aria-live="polite" sx={{ display: 'block' }}>
        {/* By the note's own key: its button stays the same one while it is reached, though leaving the field makes an error of the note. */}
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
      {/* Read with the field when it is reached, and not as it comes back. */}
      {error === undefined && notes.length === 0 && (hint ?? '\u00A0')}
    </>
  );
}

interface LineProps {
  readonly tone: keyof typeof icons;
  readonly text: ReactNode;
  readonly fix: FieldNote['fix'];
  /** A problem, or of the field that somebody is in. The rest waits until the field is reached. */
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

/** The field is not left by the press: what its end would say could move the button away from under the pointer. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
}

/** For a field's `slotProps.formHelperText`: the lines have signs of their own. */
export const helperProps = {
  component: 'div',
  sx: { '&.Mui-error': { color: 'text.disabled' }, '&.Mui-error::before': { content: 'none' } },
} as const;

/** For the field itself: its edge takes the colour of what is said below it. */
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
  // As high as a finger wants it, and no higher line for it.
  '@media (pointer: coarse)': { py: 1, my: -1 },
} as const;
