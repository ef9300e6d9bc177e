import { useWatch, type Control } from 'react-hook-form';
import { formatDate } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReminderField } from './reminder-field.tsx';
import { expiryOf, type SecretFormValues } from './secret-form-values.ts';

/** An optional reminder, stored in this browser; if empty, the expiry of the tokens is used. */
export function ExpiryField({ control }: { control: Control<SecretFormValues> }) {
  const texts = useTexts('secretForm');
  const registries = useWatch({ control, name: 'registries' });
  const fromToken = expiryOf({ name: '', registries, expiresOn: '' });
  return (
    <ReminderField
      control={control}
      name="expiresOn"
      hint={
        fromToken === undefined
          ? texts.expiresOnHint
          : texts.expiresOnFromToken(formatDate(new Date(fromToken)))
      }
    />
  );
}
