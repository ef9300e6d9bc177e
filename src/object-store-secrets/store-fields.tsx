import type { UseFormReturn } from 'react-hook-form';
import type { StoreValues } from '../domain/object-store/store-body.ts';
import { storeFields, type StoreField, type StoreType } from '../domain/object-store/store-types.ts';
import { SecretField } from '../ui/form/secret-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { useStoreNotes } from './use-store-notes.ts';

interface StoreFieldsProps {
  readonly form: UseFormReturn<StoreValues>;
  readonly type: StoreType;
}

/** The fields of one type. Input for another type stays in the form, but is not sent. */
export function StoreFields({ form, type }: StoreFieldsProps) {
  const texts = useTexts('objectStores');
  const { notesOf, onTyped } = useStoreNotes(form);
  const { control, trigger } = form;

  const common = ({ id, required }: StoreField) => ({
    control,
    name: id,
    label: required ? texts.fields[id] : texts.optional(texts.fields[id]),
    hint: texts.hints[id],
    notes: notesOf(id),
    onFilled: () => void trigger(id),
  });
  return storeFields[type].map((field) => {
    const { id, credential } = field;
    const label = texts.fields[id];
    if (!credential) return <TextField key={id} {...common(field)} onChange={() => onTyped(id)} />;
    return (
      <SecretField
        key={id}
        {...common(field)}
        showLabel={texts.show(label)}
        hideLabel={texts.hide(label)}
        {...(credential === 'lines' && { multiline: true, fileLabel: texts.chooseFile })}
      />
    );
  });
}
