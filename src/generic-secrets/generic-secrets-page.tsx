import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { genericSecretsQuery, type GenericSecret } from '../api/groups/generic-secrets.ts';
import { scopeKey, searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { Button } from '../ui/buttons/button.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import type { WriteSuccess } from '../ui/form/use-write.ts';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { ListToolbar } from '../ui/table/list-toolbar.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { GenericSecretsTable } from './generic-secrets-table.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { useScopeInAddress } from './scope-in-address.ts';
import { SharedQuota } from './shared-quota.tsx';

const DeleteGenericSecretDialog = lazyPart(
  () => import('./delete-generic-secret-dialog.tsx'),
  'DeleteGenericSecretDialog',
);

export function GenericSecretsPage() {
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  const mayWrite = useMayWrite('secrets');
  const { scope, openScope } = useScopeInAddress();

  return (
    <>
      <PageHeader
        heading={texts.heading}
        lean
        fact={<ScopeChoice scope={scope} onChange={openScope} />}
        note={
          <>
            {texts.notes[scope.kind]} <SapDocsLink about="genericSecret" />
          </>
        }
        actions={
          <GuardedLink
            allowed={mayWrite}
            to="/$tenant/generic-secrets/new"
            params={{ tenant: connection.id }}
            search={searchOf(scope)}
            variant="contained"
            startIcon={<Plus {...iconProps} />}
          >
            {texts.registerLink}
          </GuardedLink>
        }
      />
      {scope.kind === 'all' && <SharedQuota />}
      {/* Another scope begins anew: nothing of the last one stays. */}
      <SecretsOf key={scopeKey(scope)} scope={scope} />
    </>
  );
}

const noSecrets: readonly GenericSecret[] = [];

function SecretsOf({ scope }: { scope: SecretScope }) {
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  const secrets = useQuery(genericSecretsQuery(connection, scope));
  const [search, setSearch] = useState('');
  const [deleting, setDeleting] = useState<string>();
  const [deleted, setDeleted] = useState<{ name: string; how: WriteSuccess }>();
  const filter = useDeferredValue(search.trim().toLowerCase());
  const all = secrets.data ?? noSecrets;
  const shown = all.filter(({ name }) => name.includes(filter));

  return (
    <>
      {deleted && (
        <Notice
          key={deleted.name}
          title={texts.deleted[deleted.how](deleted.name)}
          onClose={() => setDeleted(undefined)}
        />
      )}
      {secrets.data && (
        <ListToolbar
          searchLabel={texts.search}
          search={search}
          onSearch={setSearch}
          empty={all.length === 0}
          query={secrets}
          onRefresh={() => void secrets.refetch()}
          status={filter === '' ? texts.count(all.length) : texts.shown(shown.length, all.length)}
        />
      )}
      <ListState query={secrets} />
      {secrets.data?.length === 0 && (
        <EmptyState heading={texts.emptyTitle}>{texts.emptyTexts[scope.kind]}</EmptyState>
      )}
      {shown.length > 0 && <GenericSecretsTable scope={scope} secrets={shown} onDelete={setDeleting} />}
      {all.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={<Button onClick={() => setSearch('')}>{texts.clearSearch}</Button>}
        >
          {texts.noMatchText(search)}
        </EmptyState>
      )}
      {deleting !== undefined && (
        <DeleteGenericSecretDialog
          scope={scope}
          name={deleting}
          onDeleted={(how) => {
            setDeleted({ name: deleting, how });
            setDeleting(undefined);
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </>
  );
}
