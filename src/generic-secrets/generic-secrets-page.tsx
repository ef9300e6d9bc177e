import { useQuery } from '@tanstack/react-query';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { genericSecretsQuery, type GenericSecret } from '../api/groups/generic-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { scopeKey, searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useDeletion } from '../ui/form/use-deletion.tsx';
import { AddLink } from '../ui/guard/guarded-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { GroupGone } from '../ui/resource-group/group-gone.tsx';
import { SearchedList } from '../ui/table/searched-list.tsx';
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
  const groups = useQuery(resourceGroupsQuery(connection));
  const isGone = scope.kind === 'group' && groups.data?.every(({ name }) => name !== scope.group);
  const gone = isGone === true ? scope.group : undefined;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actionsAtFoot
        fact={<ScopeChoice scope={scope} onChange={openScope} />}
        actions={
          gone === undefined && (
            <AddLink
              allowed={mayWrite}
              to="/$tenant/generic-secrets/new"
              params={{ tenant: connection.id }}
              search={searchOf(scope)}
            >
              {texts.registerLink}
            </AddLink>
          )
        }
      />
      {scope.kind === 'all' && <SharedQuota />}
      {/* Remounted for another scope, so that nothing of the last one stays. */}
      {gone === undefined ? (
        <SecretsOf key={scopeKey(scope)} scope={scope} />
      ) : (
        <GroupGone tenant={connection.id} group={gone} />
      )}
    </>
  );
}

const noSecrets: readonly GenericSecret[] = [];

function SecretsOf({ scope }: { scope: SecretScope }) {
  const texts = useTexts('genericSecrets');
  const connection = useConnection();
  const secrets = useQuery(genericSecretsQuery(connection, scope));
  const deletion = useDeletion(texts.deleted);
  const all = secrets.data ?? noSecrets;

  return (
    <>
      {deletion.notice}
      <SearchedList
        query={secrets}
        items={all}
        matches={({ name }, search) => name.includes(search)}
        texts={texts}
        emptyText={texts.emptyTexts[scope.kind]}
        note={
          <>
            {texts.notes[scope.kind]} <SapDocsLink about="genericSecret" />
          </>
        }
        onRefresh={() => void secrets.refetch()}
      >
        {(shown) => <GenericSecretsTable scope={scope} secrets={shown} onDelete={deletion.ask} />}
      </SearchedList>
      {deletion.dialog && <DeleteGenericSecretDialog scope={scope} {...deletion.dialog} />}
    </>
  );
}
