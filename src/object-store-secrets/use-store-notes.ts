import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { readServiceAccount } from '../domain/object-store/service-account.ts';
import type { StoreValues } from '../domain/object-store/store-body.ts';
import { awsRegionOf, proposeHeaders, splitSasToken } from '../domain/object-store/store-checks.ts';
import type { StoreFieldId } from '../domain/object-store/store-types.ts';
import { suggestionNotes, type FieldNote } from '../ui/form/field-notes.tsx';
import { useSettled } from '../ui/form/typing.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { suggestionFor } from './store-form-values.ts';

interface StoreNotes {
  /** Remarks about the current value of a field. */
  readonly notesOf: (id: StoreFieldId) => FieldNote[];
  /** Fills in other fields from a value that was typed. */
  readonly onTyped: (id: StoreFieldId) => void;
}

/** The remarks of the form, and the values it derives from one field for another. */
export function useStoreNotes(form: UseFormReturn<StoreValues>): StoreNotes {
  const texts = useTexts('objectStores');
  const words = useTexts('objects');
  const { control, getFieldState, getValues, setFocus, setValue, trigger } = form;
  const values = useSettled(useWatch({ control, compute: (all: StoreValues) => all }));
  const [proposed, setProposed] = useState('');
  const [sasMoved, setSasMoved] = useState(false);

  const mend = (id: StoreFieldId, value: string) => {
    setValue(id, value, { shouldDirty: true, shouldValidate: true });
    // The pressed button disappears with its note.
    setFocus(id);
  };

  const notesOf = (id: StoreFieldId): FieldNote[] => {
    const notes = suggestionNotes(words, suggestionFor(values, id), (meant) => mend(id, meant));
    if (id === 'region' && values.type === 'S3' && values.region.trim() === '') {
      const region = awsRegionOf(values.endpoint);
      if (region !== undefined)
        notes.push({
          id: 'region',
          severity: 'info',
          text: texts.regionOf,
          fix: { label: words.use(region), apply: () => mend('region', region) },
        });
    }
    if (id === 'containerUri' && sasMoved)
      notes.push({ id: 'moved', severity: 'info', text: texts.sasMoved });
    if (id === 'serviceAccount') {
      const account = readServiceAccount(values.serviceAccount);
      if (account.ok && account.email !== undefined)
        notes.push({
          id: 'account',
          severity: 'ok',
          text: texts.accountOf(account.email, account.project ?? texts.none),
        });
    }
    return notes;
  };

  const onTyped = (id: StoreFieldId) => {
    const { containerUri, nameNode, headers, sasToken } = getValues();
    if (id === 'containerUri') {
      const { uri, token } = splitSasToken(containerUri);
      const moves = token !== undefined && sasToken === '';
      setSasMoved(moves);
      if (moves) {
        setValue('containerUri', uri, { shouldDirty: true });
        setValue('sasToken', token, { shouldDirty: true, shouldValidate: true });
      }
    }
    if (id === 'nameNode' && headers === proposed) {
      const next = proposeHeaders(nameNode);
      setProposed(next);
      setValue('headers', next, { shouldDirty: true });
    }
    // Checked with every key while the field has an error.
    if (getFieldState(id).invalid) void trigger(id);
  };

  return { notesOf, onTyped };
}
