import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { ApiError } from '../domain/api-problem.ts';
import { FormShell } from '../ui/form/form-shell.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { CredentialFields } from './repository-credential-fields.tsx';
import { IdentityFields } from './repository-identity-fields.tsx';
import {
  emptyRepository,
  repositoryFormSchema,
  type RepositoryFormValues,
  type TakenRepository,
} from './repository-form-values.ts';
import { RepositoryIdentity } from './repository-identity.tsx';

interface RepositoryFormProps {
  readonly submitLabel: string;
  /** What is registered already, where that is known; neither its names nor its URLs can be used again. */
  readonly taken?: readonly TakenRepository[];
  /** The repository whose credentials are replaced: its name and URL stand fast. */
  readonly rotating?: TakenRepository;
  /** Rejects with the error to show; the form then stays as it is. */
  readonly onSubmit: (values: RepositoryFormValues) => Promise<void>;
  readonly secondaryActions?: ReactNode;
}

/**
 * A Git repository and the credentials to read it. Submitting goes past the mutation cache on purpose: a
 * mutation would keep its variables, and with them the token.
 */
export function RepositoryForm(props: RepositoryFormProps) {
  const { taken = [], rotating, onSubmit } = props;
  const texts = useTexts('repositoryForm');
  const credentialTexts = useTexts('credentials');
  const [submitError, setSubmitError] = useState<Error | null>(null);
  const form = useForm<RepositoryFormValues>({
    defaultValues: { ...emptyRepository, ...(rotating && { url: rotating.url, name: rotating.name }) },
    resolver: zodResolver(
      repositoryFormSchema({ texts, credentialTexts, taken, rotating: rotating !== undefined }),
    ),
  });
  const { formState, setError } = form;

  const submit = form.handleSubmit(async (values) => {
    setSubmitError(null);
    try {
      await onSubmit(values);
    } catch (error) {
      const conflict = error instanceof ApiError && error.status === 409 ? error : undefined;
      if (conflict?.code === 'RepositoryNameTaken')
        setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
      else if (conflict) setError('url', { message: texts.urlTakenElsewhere }, { shouldFocus: true });
      else setSubmitError(error instanceof Error ? error : new ApiError({ kind: 'contract', message: '' }));
    }
  });

  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, maxWidth: 760 }}>
      <FormShell
        onSubmit={(event) => void submit(event)}
        submitLabel={props.submitLabel}
        pending={formState.isSubmitting}
        submitError={submitError}
        dirty={formState.isDirty && !formState.isSubmitSuccessful}
        secondaryActions={props.secondaryActions}
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 1 }}>
          {rotating ? <RepositoryIdentity {...rotating} /> : <IdentityFields form={form} taken={taken} />}
          <CredentialFields form={form} autoFocus={rotating !== undefined} />
        </Box>
      </FormShell>
    </Paper>
  );
}
