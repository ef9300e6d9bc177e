import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useFieldArray, useForm, type Control } from 'react-hook-form';
import { ApiError } from '../../api/api-error.ts';
import type { KnownRegistry } from '../../domain/token/username-credential.ts';
import { FormShell } from '../../ui/form/form-shell.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ExpiryField } from './expiry-field.tsx';
import { LostRegistries } from './lost-registries.tsx';
import { NameField } from './name-field.tsx';
import { RegistryList } from './registry-list.tsx';
import { addImported, emptyRegistry, secretFormSchema, type SecretFormValues } from './secret-form-values.ts';

const ImportDialog = lazy(() => import('./import-dialog.tsx').then((m) => ({ default: m.ImportDialog })));

interface SecretFormProps {
  /** The secret whose credentials are replaced; without it, a new secret is named here. */
  readonly fixedName?: string;
  readonly takenNames?: readonly string[];
  /** What this browser last registered under the fixed name, to warn before a registry is lost. */
  readonly known?: readonly KnownRegistry[];
  readonly submitLabel: string;
  /** Rejects with the error to show; the form then stays as it is. */
  readonly onSubmit: (values: SecretFormValues) => Promise<void>;
  readonly secondaryActions?: ReactNode;
  /** What stands beside the form and follows what is typed. */
  readonly aside?: (control: Control<SecretFormValues>) => ReactNode;
}

/**
 * The form of a secret, for registering and for rotating. Submitting goes past the mutation cache on purpose:
 * a mutation would keep its variables, and with them the tokens.
 */
export function SecretForm(props: SecretFormProps) {
  const { fixedName, takenNames = [], known = [], submitLabel, onSubmit, secondaryActions, aside } = props;
  const texts = useTexts('secretForm');
  const credentialTexts = useTexts('credentials');
  const [submitError, setSubmitError] = useState<Error | null>(null);
  const [importing, setImporting] = useState(false);
  const form = useForm<SecretFormValues>({
    defaultValues: { name: fixedName ?? '', registries: [emptyRegistry], expiresOn: '' },
    resolver: zodResolver(
      secretFormSchema({ texts, credentialTexts, takenNames, nameIsFixed: fixedName !== undefined }),
    ),
  });
  const { control, formState, getValues, setError, setValue } = form;
  const registries = useFieldArray({ control, name: 'registries' });

  const submit = form.handleSubmit(async (values) => {
    setSubmitError(null);
    try {
      await onSubmit(values);
    } catch (error) {
      if (error instanceof ApiError && error.status === 409 && fixedName === undefined) {
        setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
      } else setSubmitError(error instanceof Error ? error : new ApiError({ kind: 'contract', message: '' }));
    }
  });

  return (
    <Box sx={aside ? twoColumns : undefined}>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, alignSelf: 'start', minWidth: 0 }}>
        <FormShell
          onSubmit={(event) => void submit(event)}
          submitLabel={submitLabel}
          pending={formState.isSubmitting}
          submitError={submitError}
          dirty={formState.isDirty && !formState.isSubmitSuccessful}
          secondaryActions={secondaryActions}
        >
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: -0.5, mb: 1.5 }}>
            <Button size="small" onClick={() => setImporting(true)}>
              {texts.import}
            </Button>
          </Box>
          <NameField form={form} fixed={fixedName !== undefined} />
          <Box sx={{ mt: 1.5 }}>
            <LostRegistries control={control} known={known} onAdd={(values) => registries.append(values)} />
            <RegistryList form={form} registries={registries} />
          </Box>
          <ExpiryField control={control} />
        </FormShell>
      </Paper>
      {aside?.(control)}
      {importing && (
        <Suspense>
          <ImportDialog
            onClose={() => setImporting(false)}
            onImport={(imported) => {
              const { name, registries: present } = getValues();
              registries.replace(addImported(present, imported.registries));
              if (fixedName === undefined && name === '' && imported.secretName !== undefined) {
                setValue('name', imported.secretName, { shouldDirty: true, shouldValidate: true });
              }
              setImporting(false);
            }}
          />
        </Suspense>
      )}
    </Box>
  );
}

const twoColumns = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 4fr)' },
} as const;
