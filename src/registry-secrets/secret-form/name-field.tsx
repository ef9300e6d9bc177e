import { useEffect } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { checkSecretName, kubernetesSecretName } from '../../domain/pull-secret/secret-name.ts';
import { useConnectionIfAny } from '../../api/current-connection.tsx';
import type { FieldNote } from '../../ui/form/field-notes.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useSettled } from '../../ui/form/typing.tsx';
import { WithName } from '../../ui/layout/wording.tsx';
import { SecretLink } from '../../ui/secret-link.tsx';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';
import type { SecretFormValues } from './secret-form-values.ts';

interface NameFieldProps {
  readonly form: UseFormReturn<SecretFormValues>;
  /** The name belongs to an existing secret and cannot be changed. */
  readonly fixed: boolean;
  readonly autoFocus: boolean;
}

/** The secret's name, checked at every pause: AI Core's rules are errors, those of Kubernetes only warnings. */
export function NameField({ form, fixed, autoFocus }: NameFieldProps) {
  const { control, getFieldState, setFocus, setValue, trigger } = form;
  const texts = useTexts('secretForm');
  const name = useSettled(useWatch({ control, name: 'name' }));
  const tenant = useConnectionIfAny()?.id;
  useEffect(() => {
    if (name !== '' || getFieldState('name').invalid) void trigger('name');
  }, [name, getFieldState, trigger]);

  const mend = (fixedName: string) => {
    setValue('name', fixedName, { shouldDirty: true, shouldValidate: true });
    // The pressed button disappears with its note.
    setFocus('name');
  };
  return (
    <TextField
      control={control}
      name="name"
      label={texts.name}
      hint={fixed ? texts.nameFixed : texts.nameHint}
      readOnly={fixed}
      autoFocus={autoFocus}
      notes={fixed ? [] : kubernetesNotes(texts, name, mend)}
      showError={(message, value) =>
        tenant !== undefined && message === texts.nameTaken(value) ? (
          <WithName wording={texts.nameTaken} name={value}>
            <SecretLink tenant={tenant} name={value} inNewTab />
          </WithName>
        ) : (
          message
        )
      }
    />
  );
}

function kubernetesNotes(
  texts: Catalogue['secretForm'],
  name: string,
  replace: (name: string) => void,
): FieldNote[] {
  const fixedName = kubernetesSecretName(name);
  if (checkSecretName(name) !== undefined || fixedName === name) return [];
  const fix = { label: texts.useSuggestion(fixedName), apply: () => replace(fixedName) };
  return [{ id: 'kubernetes', severity: 'warning', text: texts.nameForKubernetes, fix }];
}
