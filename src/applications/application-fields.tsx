import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { checkApplicationName, proposeApplicationName } from '../domain/application/application-name.ts';
import { checkPath, checkRepositoryChoice } from '../domain/application/application-source.ts';
import { suggestionNotes } from '../ui/form/field-notes.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationFormValues } from './application-form-values.ts';
import { RepositoryChoice, type RepositoriesQuery } from './repository-choice.tsx';

interface ApplicationFieldsProps {
  readonly form: UseFormReturn<ApplicationFormValues>;
  readonly repositories: RepositoriesQuery | undefined;
  readonly takenNames: readonly string[];
  readonly changing: boolean;
}

/** Repository, revision, path and name. The name follows repository and path until the user types another one. */
export function ApplicationFields({ form, repositories, takenNames, changing }: ApplicationFieldsProps) {
  const texts = useTexts('applicationForm');
  const words = useTexts('objects');
  const { control, getFieldState, getValues, setFocus, setValue, trigger } = form;
  const [repositoryUrl, path, name] = useWatch({ control, name: ['repositoryUrl', 'path', 'name'] });
  const [proposed, setProposed] = useState('');

  const proposeName = () => {
    if (changing || getValues('name') !== proposed) return;
    const repository = repositories?.data?.find(({ url }) => url === getValues('repositoryUrl'));
    const next = proposeApplicationName(repository?.name ?? '', getValues('path'), takenNames);
    setProposed(next);
    setValue('name', next, {
      shouldDirty: true,
      shouldValidate: next !== '' && getFieldState('name').invalid,
    });
  };
  const follow = (field: 'repositoryUrl' | 'path') => {
    if (getFieldState(field).invalid) void trigger(field);
    proposeName();
  };
  const mend = (field: 'repositoryUrl' | 'path' | 'name', suggestion: string) => {
    setValue(field, suggestion, { shouldDirty: true, shouldValidate: true });
    if (field !== 'name') proposeName();
    setFocus(field);
  };
  const mending = (field: 'repositoryUrl' | 'path' | 'name', suggestion: string | undefined) =>
    suggestionNotes(words, suggestion, (meant) => mend(field, meant));
  const registered = repositories?.data?.map(({ url }) => url);
  const repositorySuggestion =
    repositoryUrl === '' ? undefined : checkRepositoryChoice(repositoryUrl, registered)?.suggestion;

  return (
    <>
      <RepositoryChoice
        form={form}
        repositories={repositories}
        notes={mending('repositoryUrl', repositorySuggestion)}
        autoFocus={!changing}
        onChange={() => follow('repositoryUrl')}
      />
      <TextField
        control={control}
        name="revision"
        label={texts.revision}
        hint={texts.revisionHint}
        onFilled={() => void trigger('revision')}
        onChange={() => {
          for (const field of ['revision', 'path'] as const)
            if (getFieldState(field).invalid) void trigger(field);
        }}
      />
      <TextField
        control={control}
        name="path"
        label={texts.path}
        hint={texts.pathHint}
        autoFocus={changing}
        notes={mending('path', checkPath(path)?.suggestion)}
        onFilled={() => void trigger('path')}
        onChange={() => follow('path')}
      />
      {!changing && (
        <TextField
          control={control}
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          notes={mending('name', checkApplicationName(name)?.suggestion)}
          onChange={() => void trigger('name')}
        />
      )}
    </>
  );
}
