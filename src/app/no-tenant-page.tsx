import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** The start page where no tenant is connected; otherwise it leads on to the last one visited. */
export function NoTenantPage() {
  const { tenant } = useTexts('common');
  return (
    <EmptyState
      page
      heading={tenant.noneTitle}
      action={
        <LinkButton to="/connections" variant="contained">
          {tenant.noneAction}
        </LinkButton>
      }
    >
      {tenant.noneText}
    </EmptyState>
  );
}
