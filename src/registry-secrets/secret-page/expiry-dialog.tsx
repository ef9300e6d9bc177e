import { useForm } from 'react-hook-form';
import { DialogForm } from '../../ui/form/dialog-form.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { isEndOpen } from '../../domain/token/expiry.ts';
import { ReminderField } from '../secret-form/reminder-field.tsx';
import { toDetails, toDetailsValues } from './details-form.ts';
import { useKeepDetails } from './use-keep-details.ts';

interface ExpiryDialogProps {
  readonly name: string;
  readonly onClose: () => void;
}

/** Changes only the expiry of a secret; everything else that is known of it stays. */
export function ExpiryDialog({ name, onClose }: ExpiryDialogProps) {
  const texts = useTexts('secretPage');
  const secretForm = useTexts('secretForm');
  const { known, keep, failure } = useKeepDetails(name, {
    said: texts.reminderKept(name),
    onKept: onClose,
  });
  const before = toDetailsValues(known);
  const { control, formState, handleSubmit } = useForm({ defaultValues: { expiresOn: before.expiresOn } });
  return (
    <DialogForm
      heading={texts.expiryHeading}
      name={name}
      onSubmit={(event) =>
        void handleSubmit(({ expiresOn }) => keep(toDetails(name, { ...before, expiresOn }, known)))(event)
      }
      submitLabel={texts.save}
      dirty={formState.isDirty}
      busy={formState.isSubmitting}
      failure={failure}
      onClose={onClose}
    >
      <ReminderField
        control={control}
        name="expiresOn"
        hint={secretForm.expiresOnHint}
        isOpen={isEndOpen(known)}
        autoFocus
      />
    </DialogForm>
  );
}
