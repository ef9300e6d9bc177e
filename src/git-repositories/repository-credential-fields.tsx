import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { checkToken, checkUsername } from '../domain/token/credential-checks.ts';
import { inspectGitToken } from '../domain/git/git-token-hints.ts';
import { SecretField } from '../ui/form/secret-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { tokenNotes } from '../ui/form/token-notes.ts';
import { whiteSpaceNotes } from '../ui/form/white-space-notes.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { RepositoryFormValues } from './repository-form-values.ts';

interface CredentialFieldsProps {
  readonly form: UseFormReturn<RepositoryFormValues>;
  readonly autoFocus: boolean;
}

/** Username and token, with what the token tells about itself on the host of the URL. */
export function CredentialFields({ form, autoFocus }: CredentialFieldsProps) {
  const texts = useTexts('credentials');
  const formTexts = useTexts('repositoryForm');
  const findingTexts = useTexts('tokenFindings');
  const { control, setFocus, setValue, trigger } = form;
  const { url, username, token } = useWatch({ control });
  const [now] = useState(() => new Date());

  const replace = (field: 'username' | 'token') => (value: string) => {
    setValue(field, value, { shouldDirty: true, shouldValidate: true });
    // The button that was pressed is gone with its note.
    setFocus(field);
  };
  const findings = inspectGitToken(token ?? '', { host: url ?? '', now });

  return (
    <>
      <TextField
        control={control}
        name="username"
        label={texts.username}
        hint={formTexts.usernameHint}
        autoFocus={autoFocus}
        onFilled={() => void trigger('username')}
        notes={whiteSpaceNotes(texts, checkUsername(username ?? '').warnings, replace('username'))}
      />
      <SecretField
        control={control}
        name="token"
        label={texts.token}
        hint={formTexts.tokenHint}
        showLabel={texts.showToken}
        hideLabel={texts.hideToken}
        showText={texts.show}
        hideText={texts.hide}
        notes={[
          ...whiteSpaceNotes(texts, checkToken(token ?? '').warnings, replace('token')),
          ...tokenNotes(findingTexts, findings, replace('username')),
        ]}
      />
    </>
  );
}
