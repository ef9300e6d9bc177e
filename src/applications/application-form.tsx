import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Application } from '../api/applications.ts';
import { PageForm } from '../ui/form/form-shell.tsx';
import { useFormShell } from '../ui/form/use-form-shell.ts';
import { useWrite, type WriteOptions } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { ApplicationFields } from './application-fields.tsx';
import {
  applicationFormSchema,
  emptyApplication,
  toApplication,
  type ApplicationFormValues,
} from './application-form-values.ts';
import type { RepositoriesQuery } from './repository-choice.tsx';

interface ApplicationFormProps {
  readonly submitLabel: string;
  /** Undefined when the form is for many tenants: then the URL is typed. */
  readonly repositories: RepositoriesQuery | undefined;
  readonly taken: readonly Application[];
  /** The application to change; its name is fixed. */
  readonly changing?: Application;
  /** What submitting does; after a failure the form keeps its input. */
  readonly write: WriteOptions<Application>;
  readonly secondaryActions?: ReactNode;
  readonly aside: ReactNode;
}

/** What an application reads and its name, for adding and changing. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { repositories, taken, changing } = props;
  const texts = useTexts('applicationForm');
  const write = useWrite(props.write, ({ status }) => !changing && status === 409);
  const form = useForm<ApplicationFormValues>({
    defaultValues: changing ?? emptyApplication,
    shouldFocusError: false,
    resolver: zodResolver(
      applicationFormSchema({
        texts,
        registered: repositories?.data?.map(({ url }) => url),
        // An application that an earlier attempt may have added is not somebody else's.
        taken: taken.filter(({ name }) => name !== write.lost?.name),
        changing: changing !== undefined,
      }),
    ),
  });
  const shell = useFormShell(form, write, async (values) => {
    const failure = await write.run(toApplication(values));
    if (!changing && failure?.error.status === 409)
      form.setError('name', { message: texts.nameTaken(values.name) }, { shouldFocus: true });
  });

  return (
    <PageForm
      {...shell}
      submitLabel={props.submitLabel}
      secondaryActions={props.secondaryActions}
      aside={props.aside}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 1, maxWidth: 720 }}>
        <ApplicationFields
          form={form}
          repositories={repositories}
          takenNames={taken.map(({ name }) => name)}
          changing={changing !== undefined}
        />
      </Box>
    </PageForm>
  );
}
