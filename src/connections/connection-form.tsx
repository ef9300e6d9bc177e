import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import { Button } from '../ui/buttons/button.tsx';
import { setBearerToken } from '../api/bearer-tokens.ts';
import { readAddedConnections } from '../api/browser-storage/added-connections.ts';
import { isOfConnection } from '../api/query-keys.ts';
import { tenantInfoQuery } from '../api/tenant-info.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { checkProxyAddress } from '../domain/connection/proxy-address.ts';
import { RadioChoice } from '../ui/form/radio-choice.tsx';
import type { FieldNote } from '../ui/form/field-notes.tsx';
import { PageForm } from '../ui/form/form-shell.tsx';
import { savingLocally } from '../ui/form/use-write.ts';
import { TextField } from '../ui/form/text-field.tsx';
import { ShortLabel } from '../ui/buttons/short-label.tsx';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { CancelLink } from '../ui/buttons/way-back.tsx';
import { useTexts, type Catalogue } from '../ui/texts/texts.ts';
import {
  connectionFormSchema,
  toConnection,
  tokenOf,
  type ConnectionFormValues,
} from './connection-form-values.ts';
import { fullAddress } from './full-address.ts';
import { changeConnections } from './change-connections.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import { TokenField } from './token-field.tsx';
import { useConnectionTest } from './use-connection-test.ts';
import { DiagnosisAlert } from './diagnosis-alert.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';

interface ConnectionFormProps {
  /** The connection to edit; absent for a new one. */
  readonly connection?: Connection;
  readonly takenLabels: readonly string[];
  /** The id to save under, which may depend on the label. */
  readonly idFor: (label: string) => string;
}

export function ConnectionForm({ connection, takenLabels, idFor }: ConnectionFormProps) {
  const texts = useTexts('connections');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { pending, tested, test } = useConnectionTest();
  const { control, formState, handleSubmit, setValue, trigger, getValues } = useForm<ConnectionFormValues>({
    defaultValues: {
      label: connection?.label ?? '',
      baseUrl: connection?.baseUrl ?? '',
      auth: connection?.auth ?? 'proxy',
      token: '',
    },
    resolver: (values, ...rest) =>
      zodResolver(connectionFormSchema({ texts, takenLabels, auth: values.auth }))(values, ...rest),
    mode: 'onTouched',
  });
  const [baseUrl, auth, token] = useWatch({ control, name: ['baseUrl', 'auth', 'token'] });
  const { problem } = checkProxyAddress(baseUrl);

  const submit = handleSubmit(async (values) => {
    const saved = toConnection(idFor(values.label), values);
    const undo = changeConnections('save', [saved], readAddedConnections());
    const entered = tokenOf(values);
    if (entered !== undefined) {
      setBearerToken(saved, entered);
      // Another token may belong to another tenant. Its tenant is recorded, to compare when the next token is entered.
      queryClient.removeQueries({ predicate: ({ queryKey }) => isOfConnection(queryKey, saved.id) });
      void queryClient.prefetchQuery(tenantInfoQuery(saved));
    }
    await navigate({ to: '/connections', ignoreBlocker: true });
    showToast({ text: texts.changes[connection ? 'changed' : 'added']([saved.label]), undo });
  });

  const runTest = async () => {
    if (!(await trigger(['baseUrl', 'token'], { shouldFocus: true }))) return;
    const values = getValues();
    await test(toConnection(connection?.id ?? '', values), tokenOf(values));
  };

  return (
    <PageForm
      onSubmit={(event) => void submit(event)}
      submitLabel={connection ? texts.save : texts.add}
      write={savingLocally(formState.isSubmitting)}
      dirty={formState.isDirty}
      aside={
        <GoodToKnow>
          {texts.addNote} <SapDocsLink about="serviceKey" />
        </GoodToKnow>
      }
      secondaryActions={
        <>
          <Button
            variant="outlined"
            disabled={pending}
            aria-label={pending ? undefined : texts.test}
            onClick={() => void runTest()}
          >
            {pending ? texts.testing : <ShortLabel long={texts.test} short={texts.testShort} />}
          </Button>
          <CancelLink to="/connections" />
        </>
      }
    >
      <Box sx={{ maxWidth: 720 }}>
        <TextField control={control} name="label" label={texts.label} hint={texts.labelHint} autoFocus />
        <Box sx={{ mt: 1 }}>
          <TextField
            control={control}
            name="baseUrl"
            label={texts.baseUrl}
            hint={texts.baseUrlHint}
            notes={addressNotes(texts, baseUrl, (value) =>
              setValue('baseUrl', value, { shouldDirty: true, shouldValidate: true }),
            )}
          />
        </Box>
        <Box sx={{ mb: 1.5, minHeight: '1.5em', typography: 'body2', overflowWrap: 'anywhere' }}>
          {!problem && (
            <>
              {texts.fullUrl} <code>{fullAddress({ baseUrl }, location.origin)}</code>
            </>
          )}
        </Box>
        <RadioChoice
          label={texts.credentials}
          options={['proxy', 'bearer']}
          labels={texts.auth}
          value={auth}
          onChange={(value) => setValue('auth', value, { shouldDirty: true, shouldTouch: true })}
        />
        {auth === 'bearer' && (
          <Box sx={{ mt: 1.5 }}>
            <TokenField
              control={control}
              name="token"
              value={token}
              hint={connection?.auth === 'bearer' ? texts.tokenKeepHint : texts.tokenHint}
            />
          </Box>
        )}
        <Box sx={{ mt: 1 }}>{tested && <DiagnosisAlert {...tested} />}</Box>
      </Box>
    </PageForm>
  );
}

function addressNotes(
  texts: Catalogue['connections'],
  baseUrl: string,
  replace: (baseUrl: string) => void,
): FieldNote[] {
  const { problem, warnings } = checkProxyAddress(baseUrl);
  if (problem && 'suggestion' in problem) {
    const { suggestion } = problem;
    const fix = { label: texts.useSuggestion(suggestion), apply: () => replace(suggestion) };
    return [{ id: 'suggestion', severity: 'info', text: texts.addressSuggestion(suggestion), fix }];
  }
  return warnings.map(({ code }) => ({ id: code, severity: 'warning', text: texts.aicoreItself }));
}
