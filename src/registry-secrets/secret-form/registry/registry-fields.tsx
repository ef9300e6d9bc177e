import Box from '@mui/material/Box';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { providerOfRegistry } from '../../../domain/registry/provider-host.ts';
import type { RegistryProvider } from '../../../domain/registry/registry-provider.ts';
import { checkToken, checkUsername } from '../../../domain/token/credential-checks.ts';
import { inspectToken } from '../../../domain/token/token-hints.ts';
import { isCredentialUsername } from '../../../domain/token/username-credential.ts';
import { credentialNotes, type Credential } from '../../../ui/form/credential-notes.ts';
import { SecretField } from '../../../ui/form/secret-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { tokenNotes } from '../../../ui/form/token-notes.ts';
import { useSettled } from '../../../ui/form/typing.tsx';
import { Anchor } from '../../../ui/text-link.tsx';
import { hourMs, useNow } from '../../../ui/media/use-now.ts';
import { useTexts } from '../../../ui/texts/texts.ts';
import { HostParameterFields } from './host-parameter-fields.tsx';
import { chooseProvider, usernameForHost } from './provider-choice.ts';
import { ProviderField } from './provider-field.tsx';
import { hostNotes, sameAsTokenNotes } from './registry-notes.ts';
import type { SecretFormValues } from '../secret-form-values.ts';

interface RegistryFieldsProps {
  readonly form: UseFormReturn<SecretFormValues>;
  readonly index: number;
  /** Host and username are shown above as facts. */
  readonly credentialOnly: boolean;
}

/** Provider, host, username and token of a registry, with remarks before anything is sent. */
export function RegistryFields({ form, index, credentialOnly }: RegistryFieldsProps) {
  const { control, setFocus, setValue, trigger } = form;
  const texts = useTexts('secretForm');
  const credentialTexts = useTexts('credentials');
  const findingTexts = useTexts('tokenFindings');
  const path = `registries.${index}` as const;
  const values = useWatch({ control, name: path });
  // All remarks around the fields follow these values.
  const settled = useSettled(values);
  const { host, username, accessToken } = settled;
  const provider = providerOfRegistry(host, settled.provider);
  const tokenIsUsername = provider.username.sameAsToken ?? false;
  const now = useNow(hourMs);

  const replace = (field: 'host' | 'username' | 'accessToken') => (value: string) =>
    setValue(`${path}.${field}`, value, { shouldDirty: true, shouldValidate: value !== '' });
  /** For the buttons of notes: the button disappears with its note, so the focus moves to the field. */
  const mend = (field: 'host' | 'username' | 'accessToken') => (value: string) => {
    replace(field)(value);
    setFocus(`${path}.${field}`);
  };
  const mendBoth = (credential: Credential) => {
    replace('accessToken')(credential.accessToken);
    mend('username')(credential.username);
  };
  const choose = (id: RegistryProvider['id']) => {
    const chosen = chooseProvider(values, id);
    setValue(path, chosen, { shouldDirty: true });
    // Fields it has filled in are no longer missing; fields it has cleared are not reported yet.
    const filled = (['host', 'username'] as const).filter((field) => chosen[field] !== '');
    if (filled.length > 0) void trigger(filled.map((field) => `${path}.${field}` as const));
  };
  const notesOf = (field: 'username' | 'accessToken', warnings: Parameters<typeof credentialNotes>[1]) =>
    credentialNotes(credentialTexts, warnings, values, mend(field), mendBoth);

  const tokenField = (
    <SecretField
      control={control}
      name={`${path}.accessToken`}
      label={credentialTexts.token}
      hint={credentialOnly && provider.id !== 'other' ? <TokenHint provider={provider} /> : texts.tokenHint}
      onFilled={() => void trigger(`${path}.accessToken`)}
      showLabel={credentialTexts.showToken}
      hideLabel={credentialTexts.hideToken}
      {...(provider.token.multiline && { multiline: true, fileLabel: texts.chooseKeyFile })}
      notes={[
        ...notesOf('accessToken', checkToken(accessToken, username).warnings),
        ...tokenNotes(
          findingTexts,
          inspectToken(accessToken, { host, username, now, provider: settled.provider }),
          mend('username'),
        ),
      ]}
    />
  );
  if (credentialOnly) return tokenField;
  return (
    <Box sx={rowsStyle}>
      <ProviderField provider={provider.id} onChange={choose} hint={<TokenHint provider={provider} />} />
      <TextField
        control={control}
        name={`${path}.host`}
        label={texts.host}
        onFilled={() => void trigger(`${path}.host`)}
        hint={texts.hostHint}
        notes={hostNotes(texts, host, mend('host'))}
        onChange={(typed) => {
          const filled = usernameForHost(typed, values.username);
          if (filled !== values.username) replace('username')(filled);
        }}
      />
      {/* A host that was typed needs no parameters. */}
      {values.provider === provider.id && (
        <HostParameterFields provider={provider} host={values.host} onHost={replace('host')} />
      )}
      <TextField
        control={control}
        name={`${path}.username`}
        label={credentialTexts.username}
        masked={isCredentialUsername({ ...values, password: values.accessToken })}
        onFilled={() => void trigger(`${path}.username`)}
        hint={texts.usernameHint(provider)}
        notes={[
          ...notesOf('username', checkUsername(username, { tokenIsUsername }).warnings),
          ...sameAsTokenNotes(texts, provider, settled, mend('username')),
        ]}
      />
      {tokenField}
    </Box>
  );
}

const rowsStyle = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
  alignItems: 'start',
  columnGap: 2,
  rowGap: 1,
} as const;

/** The kind of token the registry accepts, and where that is documented. */
function TokenHint({ provider }: { provider: RegistryProvider }) {
  const texts = useTexts('secretForm');
  if (provider.id === 'other') return texts.providerHint;
  return (
    <>
      {texts.tokenOf(provider)}{' '}
      {provider.docsUrl !== undefined && (
        <Anchor href={provider.docsUrl} target="_blank" rel="noreferrer">
          {texts.documentation}
        </Anchor>
      )}
    </>
  );
}
