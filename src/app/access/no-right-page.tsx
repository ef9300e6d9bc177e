import { useConnection } from '../../api/current-connection.tsx';
import type { TenantResource } from '../../domain/connection/access.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

const lists = {
  dockerRegistrySecrets: '/$tenant/docker-registry-secrets',
  repositories: '/$tenant/git-repositories',
  applications: '/$tenant/applications',
  resourceGroups: '/$tenant/resource-groups',
  objectStoreSecrets: '/$tenant/object-store-secrets',
  secrets: '/$tenant/generic-secrets',
} as const satisfies Record<TenantResource, string>;

/** Replaces a form that the signed-in person may not use. */
export function NoRightPage({ resource }: { resource: TenantResource }) {
  const { noRight } = useTexts('access');
  const { id, label } = useConnection();
  return (
    <EmptyState
      page
      heading={noRight.title(resource)}
      action={
        <LinkButton to={lists[resource]} params={{ tenant: id }} variant="contained">
          {noRight.back(resource)}
        </LinkButton>
      }
    >
      {noRight.text(label)}
    </EmptyState>
  );
}
