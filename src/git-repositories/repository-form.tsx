import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useConfirmRejected } from '../ui/check/confirm-rejected.tsx';
import { failedAddresses, useCredentialCheck } from '../ui/check/use-credential-check.ts';
import { FormShell, PageForm } from '../ui/form/form-shell.tsx';
import { useFormShell } from '../ui/form/use-form-shell.ts';
import { useWrite, type WriteOptions } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { RepositoryCheckButton, runRepositoryCheck, toSubjects } from './repository-check.tsx';
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
  /** The registered repositories, if known; their names and URLs cannot be used again. */
  readonly taken?: readonly TakenRepository[];
  /** The repository whose credentials are replaced; its name and URL are fixed. */
  readonly rotating?: TakenRepository;
  /** What submitting does; after a failure the form keeps its input. */
  readonly write: WriteOptions<RepositoryFormValues>;
  readonly secondaryActions?: ReactNode;
  /** Beside the form, which then is a whole page. */
  readonly aside?: ReactNode;
}

/** A Git repository and the credentials to read it, for adding and rotating. */
export function RepositoryForm(props: RepositoryFormProps) {
  const { taken = [], rotating } = props;
  const texts = useTexts('repositoryForm');
  const credentialTexts = useTexts('credentials');
  const write = useWrite(props.write, ({ status }) => !rotating && status === 409);
  const check = useCredentialCheck({ kind: 'repository', run: runRepositoryCheck });
  const confirm = useConfirmRejected();
  const form = useForm<RepositoryFormValues>({
    defaultValues: { ...emptyRepository, ...(rotating && { url: rotating.url, name: rotating.name }) },
    shouldFocusError: false,
    resolver: zodResolver(
      repositoryFormSchema({
        texts,
        credentialTexts,
        // A repository that an earlier attempt may have added is not somebody else's.
        taken: taken.filter(({ name }) => name !== write.lost?.name),
        rotating: rotating !== undefined,
      }),
    ),
  });

  const save = async (values: RepositoryFormValues) => {
    const error = (await write.run(values))?.error;
    if (rotating || error?.status !== 409) return;
    if (error.code === 'NameTaken')
      form.setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
    else form.setError('url', { message: texts.urlTakenElsewhere }, { shouldFocus: true });
  };
  const shell = useFormShell(form, write, (values) =>
    confirm.ask(failedAddresses(check, toSubjects(values)), () => void save(values)),
  );

  const { aside } = props;
  const Shell = aside === undefined ? FormShell : PageForm;
  return (
    <Shell
      {...shell}
      submitLabel={props.submitLabel}
      secondaryActions={
        <>
          <RepositoryCheckButton control={form.control} check={check} />
          {props.secondaryActions}
        </>
      }
      // The results of a check replace what is known without one.
      {...(aside !== undefined && { aside: check.isOpen ? undefined : aside })}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 1, maxWidth: 720 }}>
        {rotating ? <RepositoryIdentity {...rotating} /> : <IdentityFields form={form} taken={taken} />}
        <CredentialFields form={form} autoFocus={rotating !== undefined} />
      </Box>
      {confirm.dialog}
    </Shell>
  );
}
