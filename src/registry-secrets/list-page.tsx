import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { SecretsTable } from './secrets-table.tsx';

const SnippetDialog = lazy(() => import('./snippet-dialog.tsx').then((m) => ({ default: m.SnippetDialog })));

export function ListPage() {
  const texts = useTexts('secrets');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'dockerRegistrySecrets'));
  const [search, setSearch] = useState('');
  const [snippetOf, setSnippetOf] = useState<string>();
  const filter = useDeferredValue(search.trim().toLowerCase());

  const params = { tenant: connection.id };
  const register = (
    <LinkButton to="/$tenant/docker-registry-secrets/new" params={params} variant="contained">
      {texts.register}
    </LinkButton>
  );
  const shown = secrets.data?.filter((secret) => secret.name.includes(filter)) ?? [];
  const full = quota.data?.max !== undefined && quota.data.used >= quota.data.max;

  return (
    <>
      <PageHeader heading={texts.heading} note={texts.note} actions={register} />
      {full && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {texts.quotaFull}
        </Alert>
      )}
      {secrets.data && secrets.data.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
          <SearchField label={texts.search} value={search} onChange={setSearch} />
          <Box role="status" sx={{ typography: 'body2', color: 'text.secondary' }}>
            {filter !== '' && <Box component="span">{texts.shown(shown.length, secrets.data.length)}</Box>}
          </Box>
          {quota.data && (
            <Box sx={{ ml: 'auto', typography: 'body2', color: 'text.secondary' }}>
              {texts.quota(quota.data.used, quota.data.max)}
            </Box>
          )}
        </Box>
      )}
      {!secrets.data && secrets.error && (
        <ErrorState error={secrets.error} onRetry={() => void secrets.refetch()} />
      )}
      {secrets.isPending && <LoadingState />}
      {secrets.data?.length === 0 && (
        <EmptyState heading={texts.emptyTitle} action={register}>
          {texts.emptyText}
        </EmptyState>
      )}
      {shown.length > 0 && <SecretsTable secrets={shown} onShowSnippet={setSnippetOf} />}
      {filter !== '' && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={<Button onClick={() => setSearch('')}>{texts.clearSearch}</Button>}
        >
          {texts.noMatchText(search)}
        </EmptyState>
      )}
      {snippetOf !== undefined && (
        <Suspense>
          <SnippetDialog name={snippetOf} onClose={() => setSnippetOf(undefined)} />
        </Suspense>
      )}
    </>
  );
}
