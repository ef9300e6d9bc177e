import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { checkGenericSecretName } from '../domain/generic-secret/generic-secret-name.ts';
import { searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { suggestionNotes } from '../ui/form/field-notes.tsx';
import { PageForm } from '../ui/form/form-shell.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useSettled } from '../ui/form/typing.tsx';
import { useFormShell } from '../ui/form/use-form-shell.ts';
import { useWrite, type WriteOptions } from '../ui/form/use-write.ts';
import { Section } from '../ui/layout/section.tsx';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { EntryFields } from './entry-fields.tsx';
import {
  emptyEntry,
  genericSecretFormSchema,
  type GenericSecretValues,
} from './generic-secret-form-values.ts';

interface GenericSecretFormProps {
  /** The list that Cancel leads to, if any. */
  readonly tenant?: string;
  readonly scope: SecretScope;
  /** Chooses the scope of a new secret. */
  readonly scopeChoice?: ReactNode;
  readonly name: string;
  /** The keys to ask for; others may be added. */
  readonly keys?: readonly string[] | undefined;
  /** The names in the scope; without it, the secret is one of them and keeps its name. */
  readonly taken?: readonly string[];
  readonly submitLabel: string;
  /** What submitting does; after a failure the form keeps its input. */
  readonly write: WriteOptions<GenericSecretValues>;
  readonly aside: ReactNode;
}

/** A generic secret's keys and values, for registering and rotating. */
export function GenericSecretForm(props: GenericSecretFormProps) {
  const { tenant, scope, taken, submitLabel, aside } = props;
  const { keys = [''] } = props;
  const texts = useTexts('genericSecrets');
  const words = useTexts('objects');
  const isNew = taken !== undefined;
  const write = useWrite(props.write, ({ status }) => isNew && status === 409);
  const form = useForm<GenericSecretValues>({
    defaultValues: { name: props.name, entries: keys.map((key) => ({ ...emptyEntry, key })) },
    shouldFocusError: false,
    resolver: zodResolver(
      // A secret that an earlier attempt may have created is not somebody else's.
      genericSecretFormSchema({ texts, taken: taken?.filter((name) => name !== write.lost?.name) }),
    ),
  });
  const { control, setError, setFocus, setValue, trigger } = form;
  const name = useSettled(useWatch({ control, name: 'name' }));
  const shell = useFormShell(form, write, async (values) => {
    const failure = await write.run(values);
    if (isNew && failure?.error.status === 409)
      setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
  });
  const problem = checkGenericSecretName(name);
  const suggestion = problem && 'suggestion' in problem ? problem.suggestion : undefined;
  const suggestions = suggestionNotes(words, suggestion, (meant) => {
    setValue('name', meant, { shouldDirty: true, shouldValidate: true });
    setFocus('name');
  });

  return (
    <PageForm
      {...shell}
      submitLabel={submitLabel}
      secondaryActions={
        tenant !== undefined && (
          <CancelLink to="/$tenant/generic-secrets" params={{ tenant }} search={searchOf(scope)} />
        )
      }
      aside={aside}
    >
      <Box sx={{ maxWidth: 720 }}>
        {isNew && (
          <TextField
            control={control}
            name="name"
            label={texts.name}
            hint={texts.nameHint}
            notes={suggestions}
            autoFocus
            onFilled={() => void trigger('name')}
          />
        )}
        {props.scopeChoice}
        <Section heading={texts.values}>
          <EntryFields form={form} />
        </Section>
      </Box>
    </PageForm>
  );
}
