import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ApiError } from '../api/api-error.ts';
import { useConnection } from '../api/current-connection.tsx';
import { FormShell } from '../ui/form/form-shell.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { RegistryList } from './registry-list.tsx';
import { RequestPreview } from './request-preview.tsx';
import { emptyRegistry, secretFormSchema, type SecretFormValues } from './secret-form-values.ts';

interface SecretFormProps {
  readonly takenNames: readonly string[];
  /** Rejects with the error to show; the form then stays as it is. */
  readonly onSubmit: (values: SecretFormValues) => Promise<void>;
}

/**
 * The form and, beside it, the request. Submitting goes past the mutation cache on purpose: a mutation would
 * keep its variables, and with them the tokens.
 */
export function SecretForm({ takenNames, onSubmit }: SecretFormProps) {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  const [submitError, setSubmitError] = useState<Error | null>(null);
  const form = useForm<SecretFormValues>({
    defaultValues: { name: '', registries: [emptyRegistry] },
    resolver: zodResolver(secretFormSchema({ texts, takenNames })),
    mode: 'onTouched',
  });
  const { control, formState, setError, setValue, trigger } = form;

  const submit = form.handleSubmit(async (values) => {
    setSubmitError(null);
    try {
      await onSubmit(values);
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) {
        setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
      } else setSubmitError(error instanceof Error ? error : new ApiError({ kind: 'contract', message: '' }));
    }
  });

  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 4fr)' },
      }}
    >
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, alignSelf: 'start' }}>
        <FormShell
          onSubmit={(event) => void submit(event)}
          submitLabel={texts.register}
          pending={formState.isSubmitting}
          submitError={submitError}
          dirty={formState.isDirty && !formState.isSubmitSuccessful}
          secondaryActions={
            <LinkButton to="/$tenant/docker-registry-secrets" params={{ tenant: connection.id }}>
              {texts.cancel}
            </LinkButton>
          }
        >
          <TextField
            control={control}
            name="name"
            label={texts.name}
            hint={texts.nameHint}
            autoFocus
            onChange={() => void trigger('name')}
          />
          <Box sx={{ mt: 1.5 }}>
            <RegistryList control={control} setValue={setValue} />
          </Box>
        </FormShell>
      </Paper>
      <RequestPreview control={control} connection={connection} />
    </Box>
  );
}
