import MuiTextField from '@mui/material/TextField';
import { useController, useWatch, type Control } from 'react-hook-form';
import { formatDate } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { expiryOf, type SecretFormValues } from './secret-form-values.ts';

/** An optional reminder, kept in this browser; empty, it follows what the tokens tell. */
export function ExpiryField({ control }: { control: Control<SecretFormValues> }) {
  const texts = useTexts('secretForm');
  const { field } = useController({ control, name: 'expiresOn' });
  const registries = useWatch({ control, name: 'registries' });
  const fromToken = expiryOf({ name: '', registries, expiresOn: '' });
  return (
    <MuiTextField
      {...field}
      inputRef={field.ref}
      type="date"
      label={texts.expiresOn}
      helperText={
        fromToken === undefined
          ? texts.expiresOnHint
          : texts.expiresOnFromToken(formatDate(new Date(fromToken)))
      }
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ mt: 2, maxWidth: 420 }}
    />
  );
}
