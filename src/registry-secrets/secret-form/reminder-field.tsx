import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiTextField from '@mui/material/TextField';
import { useState } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { dateAfter, expiryState } from '../../domain/token/expiry.ts';
import { FieldNotes, type FieldNote } from '../../ui/form/field-notes.tsx';
import { useSettled } from '../../ui/form/typing.tsx';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';

interface ReminderFieldProps<V extends FieldValues> {
  readonly control: Control<V>;
  readonly name: FieldPath<V>;
  readonly hint: string;
}

/** What registries offer when a token is created. */
const presetDays = [30, 90, 180, 365] as const;

/** A date to be reminded of, typed or taken from the usual ones; one that is past is asked about. */
export function ReminderField<V extends FieldValues>({ control, name, hint }: ReminderFieldProps<V>) {
  const texts = useTexts('secretForm');
  const { field } = useController({ control, name });
  const settled = useSettled(field.value);
  const [now] = useState(() => new Date());
  return (
    <Box sx={{ mt: 2, maxWidth: 420 }}>
      <MuiTextField
        {...field}
        inputRef={field.ref}
        type="date"
        label={texts.expiresOn}
        helperText={hint}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <Box role="group" aria-label={texts.reminderPresets} sx={presetsStyle}>
        {texts.reminderPresets}
        {presetDays.map((days) => {
          const date = dateAfter(now, days);
          return (
            <Button
              key={days}
              size="small"
              variant="outlined"
              aria-pressed={field.value === date}
              onClick={() => field.onChange(date)}
            >
              {texts.reminderIn(days)}
            </Button>
          );
        })}
      </Box>
      <FieldNotes notes={endNotes(texts, settled, now, () => field.onChange(''))} />
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

const presetsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 0.75,
  mt: 0.5,
  mb: 1,
  typography: 'caption',
  color: 'text.secondary',
} as const;
