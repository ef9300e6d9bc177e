import Box from '@mui/material/Box';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useConnection } from '../api/current-connection.tsx';
import type { Repository } from '../api/repositories.ts';
import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { ProblemSentences } from '../ui/feedback/problem-sentences.tsx';
import type { FieldNote } from '../ui/form/field-notes.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationFormValues } from './application-form-values.ts';

/** The query for the tenant's repositories. */
export interface RepositoriesQuery {
  readonly data: readonly Repository[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface RepositoryChoiceProps {
  readonly form: UseFormReturn<ApplicationFormValues>;
  readonly repositories: RepositoriesQuery | undefined;
  readonly notes: readonly FieldNote[];
  readonly autoFocus: boolean;
  readonly onChange: () => void;
}

/** Chooses one of the tenant's repositories. If they cannot be read, it says so and asks for a URL instead. */
export function RepositoryChoice({ form, repositories, notes, autoFocus, onChange }: RepositoryChoiceProps) {
  const texts = useTexts('applicationForm');
  const { retry } = useTexts('common');
  const { data, error } = repositories ?? {};
  // A list that arrives late must not replace the field while somebody types in it.
  const [isTyped, setIsTyped] = useState(false);

  if (data !== undefined && !isTyped)
    return (
      <SelectField
        control={form.control}
        name="repositoryUrl"
        label={texts.repository}
        hint={data.length === 0 ? <NoRepository /> : texts.repositoryHint}
        options={optionsOf(texts, data, form.getValues('repositoryUrl'))}
        notes={notes}
        autoFocus={autoFocus}
        onChange={onChange}
      />
    );
  return (
    <div>
      {error && (
        <Alert
          severity="warning"
          sx={{ mb: 2 }}
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => {
                setIsTyped(false);
                void repositories?.refetch();
              }}
            >
              {retry}
            </Button>
          }
        >
          <Box sx={{ mb: 1 }}>{texts.repositoriesUnread}</Box>
          <ProblemSentences error={error} />
        </Alert>
      )}
      <TextField
        control={form.control}
        name="repositoryUrl"
        label={texts.repositoryUrl}
        hint={texts.repositoryUrlHint}
        notes={notes}
        autoFocus={autoFocus}
        onChange={() => {
          setIsTyped(true);
          onChange();
        }}
      />
    </div>
  );
}

function NoRepository() {
  const texts = useTexts('applicationForm');
  const { id } = useConnection();
  return (
    <>
      {texts.noRepository}{' '}
      <TextLink to="/$tenant/git-repositories/new" params={{ tenant: id }}>
        {texts.addRepository}
      </TextLink>
    </>
  );
}

/** The tenant's repositories, and the application's own one even if the tenant no longer has it. */
function optionsOf(
  texts: ReturnType<typeof useTexts<'applicationForm'>>,
  repositories: readonly Repository[],
  chosen: string,
) {
  const known = repositories
    .filter(({ url }) => url !== '')
    .map(({ name, url }) => ({ value: url, label: texts.option(name, url) }));
  const isKnown = chosen === '' || known.some(({ value }) => value === chosen);
  return [
    { value: '', label: texts.choose },
    ...known,
    ...(isKnown ? [] : [{ value: chosen, label: texts.otherOption(chosen) }]),
  ];
}
