import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useEffect, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { StoreValues } from '../domain/object-store/store-body.ts';
import { storeFields, storeTypes, type StoreType } from '../domain/object-store/store-types.ts';
import { PageForm } from '../ui/form/form-shell.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useFormShell } from '../ui/form/use-form-shell.ts';
import { useWrite, type WriteOptions } from '../ui/form/use-write.ts';
import { isTyping } from '../ui/polite-focus.ts';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { LabelledSelect } from '../ui/select/labelled-select.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { StoreFields } from './store-fields.tsx';
import { storeFormSchema } from './store-form-values.ts';

interface StoreFormProps {
  /** Where Cancel leads, if anywhere. */
  readonly place?: { readonly tenant: string; readonly group: string };
  /** The initial values. */
  readonly initial: StoreValues;
  /** The names in the group; without it, the secret is one of them and keeps its name. */
  readonly taken?: readonly string[];
  /** The type is fixed. */
  readonly typeIsKnown?: boolean;
  readonly submitLabel: string;
  /** What submitting does; after a failure the form keeps its input. */
  readonly write: WriteOptions<StoreValues>;
  /** Beside the form, about the chosen type. */
  readonly aside: (type: StoreType) => ReactNode;
}

/** An object store and its credentials, for registering and rotating. */
export function StoreForm(props: StoreFormProps) {
  const { place, initial, taken, typeIsKnown = false, submitLabel, aside } = props;
  const texts = useTexts('objectStores');
  const isNew = taken !== undefined;
  const write = useWrite(props.write, ({ status }) => isNew && status === 409);
  const form = useForm<StoreValues>({
    defaultValues: initial,
    shouldFocusError: false,
    resolver: zodResolver(
      // A secret that an earlier attempt may have created is not somebody else's.
      storeFormSchema({ texts, taken: taken?.filter((name) => name !== write.lost?.name) }),
    ),
  });
  const { clearErrors, control, getValues, setError, setFocus, setValue, trigger } = form;
  const type = useWatch({ control, name: 'type' });

  // If only the credentials are missing, the first of them gets the focus.
  useEffect(() => {
    const values = getValues();
    const first = storeFields[values.type].find(({ id, required }) => required && values[id] === '');
    if (!isNew && first && !isTyping()) setFocus(first.id);
  }, [isNew, getValues, setFocus]);

  const shell = useFormShell(form, write, async (values) => {
    const failure = await write.run(values);
    if (isNew && failure?.error.status === 409)
      setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
  });

  return (
    <PageForm
      {...shell}
      submitLabel={submitLabel}
      secondaryActions={
        place && (
          <CancelLink
            to="/$tenant/object-store-secrets"
            params={{ tenant: place.tenant }}
            search={{ group: place.group }}
          />
        )
      }
      aside={aside(type)}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 1, maxWidth: 720 }}>
        {isNew && (
          <TextField
            control={control}
            name="name"
            label={texts.name}
            hint={texts.nameHint}
            autoFocus
            onFilled={() => void trigger('name')}
          />
        )}
        {!typeIsKnown && (
          <LabelledSelect
            label={texts.type}
            options={storeTypes.map((one) => ({ value: one, label: texts.typeNames[one] }))}
            value={type}
            onChange={(chosen) => {
              clearErrors();
              setValue('type', chosen, { shouldDirty: true });
            }}
            hint=" "
          />
        )}
        <StoreFields form={form} type={type} />
        <TextField
          control={control}
          name="pathPrefix"
          label={texts.optional(texts.pathPrefix)}
          hint={texts.pathPrefixHint}
        />
      </Box>
    </PageForm>
  );
}
