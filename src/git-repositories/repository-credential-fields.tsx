import { useWatch, type UseFormReturn } from 'react-hook-form';
import { checkToken, checkUsername } from '../domain/token/credential-checks.ts';
import { gitHostOf, inspectGitToken } from '../domain/git/git-token-hints.ts';
import { isCredentialUsername } from '../domain/token/username-credential.ts';
import { credentialNotes, type Credential } from '../ui/form/credential-notes.ts';
import { SecretField } from '../ui/form/secret-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { tokenNotes } from '../ui/form/token-notes.ts';
import { useSettled } from '../ui/form/typing.tsx';
import { hourMs, useNow } from '../ui/media/use-now.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { RepositoryFormValues } from './repository-form-values.ts';

interface CredentialFieldsProps {
  readonly form: UseFormReturn<RepositoryFormValues>;
  readonly autoFocus: boolean;
}

/** Username and token, with what the token says about itself for the URL's host. */
export function CredentialFields({ form, autoFocus }: CredentialFieldsProps) {
  const texts = useTexts('credentials');
  const formTexts = useTexts('repositoryForm');
  const findingTexts = useTexts('tokenFindings');
  const { control, setFocus, setValue, trigger } = form;
  const [url, username, accessToken] = useWatch({ control, name: ['url', 'username', 'accessToken'] });
  const settled = {
    url: useSettled(url),
    username: useSettled(username),
    accessToken: useSettled(accessToken),
  };
  const now = useNow(hourMs);

  const replace = (field: 'username' | 'accessToken') => (value: string) => {
    setValue(field, value, { shouldDirty: true, shouldValidate: value !== '' });
    // The pressed button disappears with its note.
    setFocus(field);
  };
  const replaceBoth = (credential: Credential) => {
    replace('accessToken')(credential.accessToken);
    replace('username')(credential.username);
  };
  const notesOf = (field: 'username' | 'accessToken', warnings: Parameters<typeof credentialNotes>[1]) =>
    credentialNotes(texts, warnings, { username, accessToken }, replace(field), replaceBoth);
  const findings = inspectGitToken(settled.accessToken, {
    host: settled.url,
    now,
    username: settled.username,
  });

  return (
    <>
      <TextField
        control={control}
        name="username"
        label={texts.username}
        hint={formTexts.usernameHint(gitHostOf(settled.url))}
        masked={isCredentialUsername({ host: url, username, password: accessToken })}
        autoFocus={autoFocus}
        onFilled={() => void trigger('username')}
        notes={notesOf('username', checkUsername(settled.username).warnings)}
      />
      <SecretField
        control={control}
        name="accessToken"
        label={texts.token}
        hint={formTexts.tokenHint}
        showLabel={texts.showToken}
        hideLabel={texts.hideToken}
        notes={[
          ...notesOf('accessToken', checkToken(settled.accessToken, settled.username).warnings),
          ...tokenNotes(findingTexts, findings, replace('username')),
        ]}
      />
    </>
  );
}
