import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod/mini';
import { ApiError } from '../api/api-error.ts';
import { setBearerToken, type TokenNeed } from '../api/bearer-tokens.ts';
import { getTenantInfo } from '../api/tenant-info.ts';
import { readBearerToken } from '../domain/bearer-token.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormShell } from '../ui/form/form-shell.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { fullAddress } from './full-address.ts';
import { TokenField } from './token-field.tsx';

/** Asks for the token of one connection and tries it; everything read through the connection is then read again. */
export function TokenDialog({ need, onPostpone }: { need: TokenNeed; onPostpone: () => void }) {
  const texts = useTexts('connections');
  const queryClient = useQueryClient();
  const { connection } = need;
  const { control, formState, handleSubmit, setError } = useForm({
    defaultValues: { token: '' },
    resolver: zodResolver(tokenSchema(texts.tokenProblem)),
  });
  const value = useWatch({ control, name: 'token' });

  const submit = handleSubmit(async ({ token: pasted }) => {
    const read = readBearerToken(pasted);
    if (!read.ok) return;
    if (await isRejected(read.token)) {
      setError('token', { message: texts.tokenRefused }, { shouldFocus: true });
      return;
    }
    setBearerToken(connection, read.token);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === connection.id });
  });

  /** Another failure than a 401 tells nothing about the token: the page it is for shows that. */
  async function isRejected(token: string): Promise<boolean> {
    try {
      await getTenantInfo(connection, { token, timeoutMs: 15_000 });
      return false;
    } catch (error) {
      return error instanceof ApiError && error.status === 401;
    }
  }

  return (
    <Dialog heading={texts.tokenTitle(connection.label)} onClose={onPostpone} actions={null}>
      <Box sx={{ mb: 1.5 }}>{texts.tokenReason[need.reason]}</Box>
      <Box sx={{ mb: 2.5, typography: 'body2', color: 'text.secondary' }}>
        {texts.tokenSentTo}
        <Box component="code" sx={{ display: 'block', mt: 0.5, overflowWrap: 'anywhere' }}>
          {fullAddress(connection, location.origin)}
        </Box>
      </Box>
      <FormShell
        onSubmit={(event) => void submit(event)}
        submitLabel={texts.useToken}
        pending={formState.isSubmitting}
        submitError={null}
        dirty={false}
        secondaryActions={<Button onClick={onPostpone}>{texts.notNow}</Button>}
      >
        <TokenField control={control} name="token" value={value} hint={texts.tokenDialogHint} autoFocus />
      </FormShell>
    </Dialog>
  );
}

type ProblemText = (code: 'empty' | 'service-key' | 'bad-character') => string;

function tokenSchema(problemText: ProblemText) {
  return z.object({
    token: z.string().check((context) => {
      const read = readBearerToken(context.value);
      if (read.ok) return;
      // The input stays out of the issue: it may be a credential.
      context.issues.push({ code: 'custom', input: undefined, message: problemText(read.code) });
    }),
  });
}
