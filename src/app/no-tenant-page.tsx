import { useQuery } from '@tanstack/react-query';
import { consoleConfigQuery } from '../api/connections.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/**
 * The start page when no tenant is connected, or none is visible to the person; otherwise `/` redirects to the last
 * tenant.
 */
export function NoTenantPage() {
  const { noTenant } = useTexts('shell');
  const { noRoleTitle, noRole } = useTexts('access');
  const { data } = useQuery(consoleConfigQuery());
  if (data?.signIn?.person)
    return (
      <EmptyState page heading={noRoleTitle}>
        {noRole}
      </EmptyState>
    );
  return (
    <EmptyState
      page
      heading={noTenant.title}
      action={
        <LinkButton to="/connections" variant="contained">
          {noTenant.action}
        </LinkButton>
      }
    >
      {noTenant.text}
    </EmptyState>
  );
}
