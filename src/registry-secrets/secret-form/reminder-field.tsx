import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { dateAfter, expiryState } from '../../domain/token/expiry.ts';
import { HelperLines, helperProps, notedFieldStyle, type FieldNote } from '../../ui/form/field-notes.tsx';
import { useSettled } from '../../ui/form/typing.tsx';
import { chipsStyle } from '../../ui/table/filter-chips.tsx';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';
import { hourMs, useNow } from '../../ui/media/use-now.ts';
import { noEnd } from './secret-form-values.ts';

interface ReminderFieldProps<V extends FieldValues> {
  readonly control: Control<V>;
  readonly name: FieldPath<V>;
  readonly hint: string;
  readonly autoFocus?: boolean;
  /** The expiry is unknown, so “no expiry” can be chosen too. */
  readonly isOpen?: boolean;
}

/** The usual lifetimes that registries offer for tokens. */
const presetDays = [30, 90, 180, 365] as const;

/** A date to be reminded of, typed or one of the usual ones; a past date is questioned. */
export function ReminderField<V extends FieldValues>({
  control,
  name,
  hint,
  autoFocus = false,
  isOpen = false,
}: ReminderFieldProps<V>) {
  const texts = useTexts('secretForm');
  const { field } = useController({ control, name });
  const settled = useSettled(field.value);
  const now = useNow(hourMs);
  return (
    <Box sx={placeStyle}>
      <Box sx={fieldStyle}>
        <MuiTextField
          {...field}
          value={field.value === noEnd ? '' : field.value}
          inputRef={field.ref}
          type="date"
          autoFocus={autoFocus}
          label={texts.expiresOn}
          helperText={
            <HelperLines notes={endNotes(texts, settled, now, () => field.onChange(''))} hint={hint} />
          }
          sx={notedFieldStyle}
          slotProps={{ formHelperText: { ...helperProps, sx: hintStyle } }}
        />
        <Box role="group" aria-label={texts.reminderPresets} sx={presetsStyle}>
          {presetDays.map((days) => {
            const date = dateAfter(now, days);
            return (
              <button
                key={days}
                type="button"
                aria-pressed={field.value === date}
                onClick={() => field.onChange(date)}
              >
                {texts.reminderIn(days)}
              </button>
            );
          })}
          {isOpen && (
            <button
              type="button"
              aria-pressed={field.value === noEnd}
              onClick={() => field.onChange(field.value === noEnd ? '' : noEnd)}
            >
              {texts.reminderNever}
            </button>
          )}
        </Box>
      </Box>
    </Box>
  );
}

function endNotes(texts: Catalogue['secretForm'], date: string, now: Date, clear: () => void): FieldNote[] {
  const state = expiryState(date, now);
  if (state.kind === 'expired') {
    const fix = { label: texts.clearReminder, apply: clear };
    return [{ id: 'past', severity: 'warning', text: texts.reminderIsPast(state.days), fix }];
  }
  if (state.kind === 'soon' && state.days === 0)
    return [{ id: 'today', severity: 'warning', text: texts.reminderIsToday }];
  return [];
}

/** In pixels: the field and the usual dates beside it. */
const wide = '@container (min-width: 560px)';

const placeStyle = { containerType: 'inline-size' } as const;

const fieldStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  columnGap: 2,
  '& > .MuiFormControl-root': { flex: '1 0 100%', [wide]: { flex: '0 0 240px' } },
} as const;

/** One line, wider than a narrow field. */
const hintStyle = { ...helperProps.sx, [wide]: { whiteSpace: 'nowrap' } } as const;

/** Beside the field, on the same line. */
const presetsStyle = {
  ...chipsStyle,
  flex: '0 1 auto',
  flexWrap: 'wrap',
  mb: 2,
  [wide]: { mt: 2.75, mb: 0 },
} as const;
