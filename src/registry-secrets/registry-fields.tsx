import Box from '@mui/material/Box';
import { useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import { checkToken, checkUsername, type SurroundingWhiteSpace } from '../domain/credential-fields.ts';
import { checkRegistryHost } from '../domain/registry-host.ts';
import type { FieldNote } from '../ui/form/field-notes.tsx';
import { SecretField } from '../ui/form/secret-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useTexts, type Catalogue } from '../ui/texts/texts.ts';
import type { SecretFormValues } from './secret-form-values.ts';

interface RegistryFieldsProps {
  readonly control: Control<SecretFormValues>;
  readonly setValue: UseFormSetValue<SecretFormValues>;
  readonly index: number;
}

/** Host, username and token of one registry, with what can be said about them before anything is sent. */
export function RegistryFields({ control, setValue, index }: RegistryFieldsProps) {
  const texts = useTexts('secretForm');
  const path = `registries.${index}` as const;
  const { host, username, token } = useWatch({ control, name: path });

  const replace = (field: 'host' | 'username' | 'token') => (value: string) =>
    setValue(`${path}.${field}`, value, { shouldDirty: true, shouldValidate: true });

  return (
    <Box sx={{ display: 'grid', columnGap: 2, rowGap: 0.5 }}>
      <TextField
        control={control}
        name={`${path}.host`}
        label={texts.host}
        hint={texts.hostHint}
        notes={hostNotes(texts, host, replace('host'))}
      />
      <TextField
        control={control}
        name={`${path}.username`}
        label={texts.username}
        notes={whiteSpaceNotes(texts, checkUsername(username).warnings, replace('username'))}
      />
      <SecretField
        control={control}
        name={`${path}.token`}
        label={texts.token}
        showLabel={texts.showToken}
        hideLabel={texts.hideToken}
        showText={texts.show}
        hideText={texts.hide}
        notes={whiteSpaceNotes(texts, checkToken(token).warnings, replace('token'))}
      />
    </Box>
  );
}

function hostNotes(
  texts: Catalogue['secretForm'],
  host: string,
  replace: (host: string) => void,
): FieldNote[] {
  if (host === '') return [];
  const { problem, warnings } = checkRegistryHost(host);
  const fix = (suggestion: string) => ({
    label: texts.useSuggestion(suggestion),
    apply: () => replace(suggestion),
  });
  if (problem?.suggestion !== undefined) {
    const { suggestion } = problem;
    return [{ id: 'suggestion', severity: 'info', text: texts.suggestion(suggestion), fix: fix(suggestion) }];
  }
  return warnings.map((warning) => ({
    id: warning.code,
    severity: 'warning',
    text: texts.hostWarning(warning),
    ...('suggestion' in warning && { fix: fix(warning.suggestion) }),
  }));
}

function whiteSpaceNotes(
  texts: Catalogue['secretForm'],
  warnings: readonly SurroundingWhiteSpace[],
  replace: (value: string) => void,
): FieldNote[] {
  return warnings.map(({ code, trimmed, lineBreak }) => ({
    id: code,
    severity: 'warning',
    text: texts.whiteSpace(lineBreak),
    fix: { label: texts.removeWhiteSpace, apply: () => replace(trimmed) },
  }));
}
