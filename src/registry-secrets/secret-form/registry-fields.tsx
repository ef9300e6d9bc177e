import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { checkToken, checkUsername } from '../../domain/token/credential-checks.ts';
import { checkRegistryHost } from '../../domain/registry/registry-host.ts';
import type { RegistryProvider } from '../../domain/registry/registry-providers.ts';
import { inspectToken } from '../../domain/token/token-hints.ts';
import type { FieldNote } from '../../ui/form/field-notes.tsx';
import { SecretField } from '../../ui/form/secret-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { tokenNotes } from '../../ui/form/token-notes.ts';
import { whiteSpaceNotes } from '../../ui/form/white-space-notes.ts';
import { useTexts, type Catalogue } from '../../ui/texts/texts.ts';
import { HostParameterFields } from './host-parameter-fields.tsx';
import { chooseProvider, providerOf, usernameForHost } from './provider-choice.ts';
import { ProviderField } from './provider-field.tsx';
import type { RegistryValues, SecretFormValues } from './secret-form-values.ts';

interface RegistryFieldsProps {
  readonly form: UseFormReturn<SecretFormValues>;
  readonly index: number;
}

/** Provider, host, username and token of one registry, with what can be said of them before anything is sent. */
export function RegistryFields({ form, index }: RegistryFieldsProps) {
  const { control, setFocus, setValue, trigger } = form;
  const texts = useTexts('secretForm');
  const credentialTexts = useTexts('credentials');
  const findingTexts = useTexts('tokenFindings');
  const path = `registries.${index}` as const;
  const values = useWatch({ control, name: path });
  const { host, username, token } = values;
  const provider = providerOf(values);
  const [now] = useState(() => new Date());

  const replace = (field: 'host' | 'username' | 'token') => (value: string) =>
    setValue(`${path}.${field}`, value, { shouldDirty: true, shouldValidate: value !== '' });
  /** For the buttons of notes: the note goes with its button, so the focus moves on to the field. */
  const mend = (field: 'host' | 'username' | 'token') => (value: string) => {
    replace(field)(value);
    setFocus(`${path}.${field}`);
  };
  const choose = (id: RegistryProvider['id']) =>
    setValue(path, chooseProvider(values, id), { shouldDirty: true });
  const findings = inspectToken(token, { host, username, now });

  return (
    <Box sx={{ display: 'grid', rowGap: 1 }}>
      <ProviderField provider={provider.id} onChange={choose} />
      <HostParameterFields provider={provider} host={host} onHost={replace('host')} />
      <TextField
        control={control}
        name={`${path}.host`}
        label={texts.host}
        onFilled={() => void trigger(`${path}.host`)}
        hint={texts.hostHint}
        notes={hostNotes(texts, host, mend('host'))}
        onChange={(typed) => {
          const filled = usernameForHost(typed, username);
          if (filled !== username) replace('username')(filled);
        }}
      />
      <TextField
        control={control}
        name={`${path}.username`}
        label={credentialTexts.username}
        onFilled={() => void trigger(`${path}.username`)}
        hint={texts.usernameHint(provider)}
        notes={[
          ...whiteSpaceNotes(credentialTexts, checkUsername(username).warnings, mend('username')),
          ...sameAsTokenNotes(texts, provider, values, mend('username')),
        ]}
      />
      <SecretField
        control={control}
        name={`${path}.token`}
        label={credentialTexts.token}
        hint={<TokenHint provider={provider} />}
        showLabel={credentialTexts.showToken}
        hideLabel={credentialTexts.hideToken}
        showText={credentialTexts.show}
        hideText={credentialTexts.hide}
        {...(provider.token.multiline && { multiline: true, fileLabel: texts.chooseKeyFile })}
        notes={[
          ...whiteSpaceNotes(credentialTexts, checkToken(token).warnings, mend('token')),
          ...tokenNotes(findingTexts, findings, mend('username')),
        ]}
      />
    </Box>
  );
}

function TokenHint({ provider }: { provider: RegistryProvider }) {
  const texts = useTexts('secretForm');
  if (provider.id === 'other') return texts.tokenHint;
  return (
    <>
      {texts.tokenOf(provider)}{' '}
      {provider.docsUrl !== undefined && (
        <Link href={provider.docsUrl} target="_blank" rel="noreferrer">
          {texts.documentationOf(provider.name)}
        </Link>
      )}
    </>
  );
}

type Texts = Catalogue['secretForm'];

function hostNotes(texts: Texts, host: string, replace: (host: string) => void): FieldNote[] {
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

function sameAsTokenNotes(
  texts: Texts,
  provider: RegistryProvider,
  { username, token }: RegistryValues,
  replace: (username: string) => void,
): FieldNote[] {
  if (provider.username.sameAsToken !== true || token === '' || username === token) return [];
  const fix = { label: texts.useToken, apply: () => replace(token) };
  return [{ id: 'same-as-token', severity: 'info', text: texts.sameAsToken(provider.name), fix }];
}
