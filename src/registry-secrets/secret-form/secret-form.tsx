import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { Upload } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useFieldArray, useForm, type Control } from 'react-hook-form';
import { Button } from '../../ui/buttons/button.tsx';
import type { ApiError } from '../../domain/api-problem.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { useConfirmRejected } from '../../ui/check/confirm-rejected.tsx';
import { ImageToCheck } from '../../ui/check/image-to-check.tsx';
import {
  failedAddresses,
  useCredentialCheck,
  type CredentialCheck,
} from '../../ui/check/use-credential-check.ts';
import { FormShell, PageForm } from '../../ui/form/form-shell.tsx';
import { useFormShell } from '../../ui/form/use-form-shell.ts';
import { useWrite, type WriteOptions } from '../../ui/form/use-write.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { isTyping } from '../../ui/polite-focus.ts';
import { CredentialCheckButton, runRegistryCheck, toSubjects } from './credential-check.tsx';
import { ExpiryField } from './expiry-field.tsx';
import { NameField } from './name-field.tsx';
import { RegistryList } from './registry-list.tsx';
import {
  addImported,
  firstEmptyField,
  isUnfinished,
  rememberedRegistries,
  secretFormSchema,
  type SecretFormValues,
} from './secret-form-values.ts';

const ImportDialog = lazyPart(() => import('./import-dialog.tsx'), 'ImportDialog');

interface SecretFormProps {
  /** The secret whose credentials are replaced; without it, the form registers a new secret. */
  readonly fixedName?: string;
  readonly takenNames?: readonly string[] | undefined;
  /** What the secret is known to hold: the form starts with it, and shows what would be lost. */
  readonly known?: readonly KnownRegistry[];
  /** Opens the import at once. */
  readonly importFirst?: boolean | undefined;
  readonly submitLabel: string;
  /** What submitting does; after a failure the form keeps its input. */
  readonly write: WriteOptions<SecretFormValues>;
  readonly secondaryActions?: ReactNode;
  /** Beside the form, following its input; with it, the form is the whole page. */
  readonly aside?: (
    control: Control<SecretFormValues>,
    takenNames: readonly string[] | undefined,
    check: CredentialCheck,
  ) => ReactNode;
}

/** The form of a secret, for registering and rotating. */
export function SecretForm(props: SecretFormProps) {
  const { fixedName, takenNames, known = noRegistries, importFirst = false } = props;
  const { submitLabel, secondaryActions, aside } = props;
  const texts = useTexts('secretForm');
  const credentialTexts = useTexts('credentials');
  const named = fixedName !== undefined;
  const isNameConflict = ({ status }: ApiError) => status === 409 && !named;
  const write = useWrite(props.write, isNameConflict);
  const check = useCredentialCheck({ kind: 'registry', run: runRegistryCheck });
  const confirm = useConfirmRejected();
  // A secret that an earlier attempt may have created is not somebody else's.
  const othersNames = takenNames?.filter((name) => name !== write.lost?.name);
  const [importing, setImporting] = useState(importFirst);
  const [imports, setImports] = useState(0);
  const form = useForm<SecretFormValues>({
    defaultValues: {
      name: fixedName ?? '',
      registries: rememberedRegistries(known),
      expiresOn: '',
    },
    shouldFocusError: false,
    resolver: zodResolver(
      secretFormSchema({
        texts,
        credentialTexts,
        takenNames: othersNames ?? [],
        nameIsFixed: named,
      }),
    ),
  });
  const { control, getValues, setError, setFocus, setValue } = form;
  const registries = useFieldArray({ control, name: 'registries' });
  const rotates = named && aside !== undefined;

  const focusFirstEmpty = useEffectEvent(() => {
    const values = getValues();
    const at = values.registries.findIndex(isUnfinished);
    const first = values.registries[at];
    if (values.name === '') setFocus('name');
    else if (first) setFocus(`registries.${at}.${firstEmptyField(first)}`);
  });
  // If the name is fixed, and after an import, the first empty field gets the focus: usually the token.
  useEffect(() => {
    if ((named || imports > 0) && !isTyping()) focusFirstEmpty();
  }, [named, imports]);

  const save = async (values: SecretFormValues) => {
    const failure = await write.run(values);
    if (failure && isNameConflict(failure.error))
      setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
  };
  const shell = {
    ...useFormShell(form, write, (values) =>
      confirm.ask(failedAddresses(check, toSubjects(values.registries)), () => void save(values)),
    ),
    submitLabel,
    secondaryActions: (
      <>
        <CredentialCheckButton control={control} check={check} />
        {secondaryActions}
      </>
    ),
  };
  const importButton = (
    <Button variant="outlined" startIcon={<Upload {...iconProps} />} onClick={() => setImporting(true)}>
      {texts.import}
    </Button>
  );
  const fields = (
    <>
      {/* On the page for rotating, the heading shows the name. */}
      {!rotates && (
        <Box sx={nameLineStyle}>
          <NameField form={form} fixed={named} autoFocus={!named && !importFirst} />
          {importButton}
        </Box>
      )}
      <RegistryList form={form} registries={registries} known={known}>
        {rotates && importButton}
      </RegistryList>
      <ExpiryField control={control} />
      {confirm.dialog}
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onImport={(imported) => {
            const { name, registries: present } = getValues();
            registries.replace(addImported(present, imported.registries));
            if (!named && name === '' && imported.secretName !== undefined) {
              setValue('name', imported.secretName, { shouldDirty: true, shouldValidate: true });
            }
            setImporting(false);
            setImports(imports + 1);
          }}
        />
      )}
    </>
  );

  return (
    <ImageToCheck>
      {aside ? (
        <PageForm
          {...shell}
          // The results of a check replace what is known without one.
          aside={check.isOpen ? undefined : aside(control, othersNames, check)}
          note={texts.tokensStay}
        >
          {fields}
        </PageForm>
      ) : (
        <FormShell {...shell}>{fields}</FormShell>
      )}
    </ImageToCheck>
  );
}

const noRegistries: readonly KnownRegistry[] = [];

/** The button is level with the field, whose label is above it. */
const nameLineStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  alignItems: 'flex-start',
  columnGap: 2,
  mb: 1,
  '& > .MuiFormControl-root': { flex: { xs: '1 0 100%', sm: '1 1 240px' } },
  '& > .MuiFormControl-root + button': { mt: { sm: 2.5 } },
  '& > button': { mb: 1 },
} as const;
