import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { X } from 'lucide-react';
import { useController, useFieldArray, useForm, type Control } from 'react-hook-form';
import { Button, IconButton } from '../../ui/buttons/button.tsx';
import { DialogForm } from '../../ui/form/dialog-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';
import { isEndOpen } from '../../domain/token/expiry.ts';
import { ReminderField } from '../secret-form/reminder-field.tsx';
import { useKeepDetails } from './use-keep-details.ts';
import { detailsSchema, noRegistry, toDetails, toDetailsValues, type DetailsValues } from './details-form.ts';

interface DetailsDialogProps {
  readonly name: string;
  readonly onClose: () => void;
}

/** What a user knows of a secret, entered by hand: registries, expiry, a note; never a credential. */
export function DetailsDialog({ name, onClose }: DetailsDialogProps) {
  const texts = useTexts('secretPage');
  const secretForm = useTexts('secretForm');
  const credentials = useTexts('credentials');
  const { known, keep, failure } = useKeepDetails(name, {
    said: texts.detailsKept(name),
    onKept: onClose,
  });
  const { control, formState, handleSubmit } = useForm<DetailsValues>({
    defaultValues: toDetailsValues(known),
    resolver: zodResolver(detailsSchema({ secretPage: texts, secretForm, credentials })),
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'registries' });
  const { shown, more } = useBatches(fields);

  return (
    <DialogForm
      heading={texts.detailsHeading}
      name={name}
      onSubmit={(event) => void handleSubmit((values) => keep(toDetails(name, values, known)))(event)}
      submitLabel={texts.save}
      dirty={formState.isDirty}
      busy={formState.isSubmitting}
      failure={failure}
      onClose={onClose}
    >
      <Box sx={{ mb: 2, color: 'text.secondary' }}>{texts.detailsNote}</Box>
      {shown.map((field, index) => (
        <Box key={field.id} role="group" aria-label={secretForm.registry(index + 1)} sx={registryStyle}>
          <TextField
            control={control}
            name={`registries.${index}.host`}
            label={secretForm.host}
            autoFocus={index === 0}
          />
          <TextField
            control={control}
            name={`registries.${index}.username`}
            label={credentials.username}
            hint={texts.usernameHint}
          />
          {fields.length > 1 && (
            <IconButton label={secretForm.removeRegistry(index + 1)} onClick={() => remove(index)}>
              <X {...iconProps} />
            </IconButton>
          )}
        </Box>
      ))}
      {more}
      <Button
        size="small"
        variant="outlined"
        sx={{ mb: 2 }}
        onClick={() => append(noRegistry, { focusName: `registries.${fields.length}.host` })}
      >
        {secretForm.addRegistry}
      </Button>
      <ReminderField
        control={control}
        name="expiresOn"
        hint={secretForm.expiresOnHint}
        isOpen={isEndOpen(known)}
      />
      <NoteField control={control} />
    </DialogForm>
  );
}

function NoteField({ control }: { control: Control<DetailsValues> }) {
  const texts = useTexts('secretPage');
  const { field, fieldState } = useController({ control, name: 'note' });
  return (
    <MuiTextField
      {...field}
      inputRef={field.ref}
      label={texts.note}
      multiline
      minRows={2}
      maxRows={8}
      error={fieldState.error !== undefined}
      helperText={fieldState.error?.message ?? texts.noteHint}
    />
  );
}

/** On a phone the username is below the host, and both leave room for the button at the end. */
const registryStyle = {
  display: 'grid',
  columnGap: 1.5,
  rowGap: 1,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
  alignItems: 'start',
  '& > *': { gridColumn: { xs: 1, sm: 'auto' } },
  // Beside the field, below the line of its label.
  '& > button': { gridColumn: { xs: 2, sm: 3 }, gridRow: 1, mt: 2.75 },
} as const;
