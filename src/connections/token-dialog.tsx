import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod/mini';
import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { ApiError } from '../domain/api-problem.ts';
import { setBearerToken, type TokenNeed } from '../api/bearer-tokens.ts';
import { isOfConnection } from '../api/query-keys.ts';
import { getTenantInfo, tenantInfoQuery, type TenantInfo } from '../api/tenant-info.ts';
import { readBearerToken } from '../domain/token/bearer-token.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormShell } from '../ui/form/form-shell.tsx';
import { reportProblem } from '../ui/form/form-rules.ts';
import { savingLocally } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { fullAddress } from './full-address.ts';
import { TokenField } from './token-field.tsx';

/** Asks for the token of one connection and tries it; then everything read through the connection is refetched. */
export function TokenDialog({ need, onPostpone }: { need: TokenNeed; onPostpone: () => void }) {
  const texts = useTexts('connections');
  const queryClient = useQueryClient();
  const { connection } = need;
  const { control, formState, handleSubmit, setError } = useForm({
    defaultValues: { token: '' },
    resolver: zodResolver(tokenSchema(texts.tokenProblem)),
  });
  const value = useWatch({ control, name: 'token' });
  const [otherTenant, setOtherTenant] = useState<string>();
  const { queryKey: infoKey } = tenantInfoQuery(connection);
  const ofConnection = {
    predicate: ({ queryKey }: { queryKey: QueryKey }) => isOfConnection(queryKey, connection.id),
  };

  const submit = handleSubmit(async ({ token: pasted }) => {
    const read = readBearerToken(pasted);
    if (!read.ok) return;
    const tried = await tryToken(read.token);
    if (tried === 'rejected') {
      setError('token', { message: texts.tokenRefused }, { shouldFocus: true });
      return;
    }
    const before = queryClient.getQueryData(infoKey);
    const isOther = tried !== undefined && before !== undefined && before.tenantId !== tried.tenantId;
    if (isOther && otherTenant !== tried.tenantId) {
      setOtherTenant(tried.tenantId);
      return;
    }
    setBearerToken(connection, read.token);
    // Data of another tenant is removed; data of the same tenant stays visible and is refetched.
    if (isOther) void queryClient.resetQueries(ofConnection);
    else void queryClient.invalidateQueries(ofConnection);
    if (tried !== undefined) queryClient.setQueryData(infoKey, tried);
  });

  /** Any failure but a 401 says nothing about the token: the page will show it. */
  async function tryToken(token: string): Promise<TenantInfo | 'rejected' | undefined> {
    try {
      return await getTenantInfo(connection, { token, timeoutMs: 15_000 });
    } catch (error) {
      return error instanceof ApiError && error.status === 401 ? 'rejected' : undefined;
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
        submitLabel={otherTenant === undefined ? texts.useToken : texts.useTokenAnyway}
        write={savingLocally(formState.isSubmitting)}
        dirty={false}
        secondaryActions={<Button onClick={onPostpone}>{texts.notNow}</Button>}
      >
        <TokenField control={control} name="token" value={value} hint={texts.tokenDialogHint} autoFocus />
        {otherTenant !== undefined && <Alert severity="warning">{texts.tokenOfOther(otherTenant)}</Alert>}
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
      reportProblem(context, problemText(read.code));
    }),
  });
}
