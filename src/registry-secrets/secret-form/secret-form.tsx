import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { Upload } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useFieldArray, useForm, type Control } from 'react-hook-form';
import type { ApiError } from '../../domain/api-problem.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { useConfirmRejected } from '../../ui/check/confirm-rejected.tsx';
import { ImageToCheck } from '../../ui/check/image-to-check.tsx';
import { failedAddresses, useCredentialCheck } from '../../ui/check/use-credential-check.ts';
import { FormShell } from '../../ui/form/form-shell.tsx';
import { useWrite, type WriteOptions } from '../../ui/form/use-write.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { isTyping } from '../../ui/free-hands.ts';
import { CredentialCheckButton, runRegistryCheck, toSubjects } from './credential-check.tsx';
import { ExpiryField } from './expiry-field.tsx';
import { LostRegistries } from './lost-registries.tsx';
import { NameField } from './name-field.tsx';
import { RegistryList } from './registry-list.tsx';
import {
  addImported,
  firstEmptyField,
  rememberedRegistries,
  secretFormSchema,
  type SecretFormValues,
} from './secret-form-values.ts';

const ImportDialog = lazyPart(() => import('./import-dialog.tsx'), 'ImportDialog');

interface SecretFormProps {
  /** The secret whose credentials are replaced; without it, a new secret is named here. */
  readonly fixedName?: string;
  readonly takenNames?: readonly string[];
  /** What this browser last registered under the fixed name: it begins with that, and warns before any of it is lost. */
  readonly known?: readonly KnownRegistry[];
  readonly submitLabel: string;
  /** What submitting does; after a failure the form stays as it is. */
  readonly write: WriteOptions<SecretFormValues>;
  readonly secondaryActions?: ReactNode;
  /** What stands beside the form and follows what is typed. */
  readonly aside?: (control: Control<SecretFormValues>) => ReactNode;
}

/** The form of a secret, for registering and for rotating. */
export function SecretForm(props: SecretFormProps) {
  const { fixedName, takenNames = [], known = [], submitLabel, secondaryActions, aside } = props;
  const texts = useTexts('secretForm');
  const credentialTexts = useTexts('credentials');
  const isNameConflict = ({ status }: ApiError) => status === 409 && fixedName === undefined;
  const write = useWrite(props.write, isNameConflict);
  const check = useCredentialCheck({ kind: 'registry', run: runRegistryCheck });
  const confirm = useConfirmRejected();
  const [importing, setImporting] = useState(false);
  const form = useForm<SecretFormValues>({
    defaultValues: { name: fixedName ?? '', registries: rememberedRegistries(known), expiresOn: '' },
    resolver: zodResolver(
      secretFormSchema({
        texts,
        credentialTexts,
        // The name that an earlier try may have taken is no stranger's.
        takenNames: takenNames.filter((name) => name !== write.lost?.name),
        nameIsFixed: fixedName !== undefined,
      }),
    ),
  });
  const { control, formState, getValues, setError, setFocus, setValue } = form;
  const registries = useFieldArray({ control, name: 'registries' });

  // A rotation begins in the first field that is not filled in already: mostly the token.
  useEffect(() => {
    const [first] = getValues().registries;
    if (fixedName !== undefined && first && !isTyping()) setFocus(`registries.0.${firstEmptyField(first)}`);
  }, [fixedName, getValues, setFocus]);

  const save = async (values: SecretFormValues) => {
    const failure = await write.run(values);
    if (failure && isNameConflict(failure.error))
      setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
  };
  const submit = form.handleSubmit((values) =>
    confirm.ask(failedAddresses(check, toSubjects(values.registries)), () => void save(values)),
  );
  // What is found out by trying takes the place of what is known without.
  const beside = check.isOpen ? undefined : aside;

  return (
    <ImageToCheck>
      <Box sx={beside ? twoColumns : undefined}>
        <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, alignSelf: 'start', minWidth: 0 }}>
          <FormShell
            onSubmit={(event) => void submit(event)}
            submitLabel={submitLabel}
            write={write}
            dirty={formState.isDirty}
            secondaryActions={
              <>
                <CredentialCheckButton control={control} check={check} />
                {secondaryActions}
              </>
            }
          >
            <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: -0.5, mb: 1.5 }}>
              <Button
                variant="outlined"
                startIcon={<Upload {...iconProps} />}
                onClick={() => setImporting(true)}
              >
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
        {beside?.(control)}
        {confirm.dialog}
        {importing && (
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
        )}
      </Box>
    </ImageToCheck>
  );
}

const twoColumns = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 4fr)' },
} as const;
