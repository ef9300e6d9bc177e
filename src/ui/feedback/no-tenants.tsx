import type { ReactNode } from 'react';
import { LinkButton } from '../link-button.tsx';
import { useTexts } from '../texts/texts.ts';
import { EmptyState } from './empty-state.tsx';

/** In the place of what many tenants are needed for: why, and where one is connected. */
export function NoTenants({ heading, children }: { heading: string; children: ReactNode }) {
  const { noTenant } = useTexts('shell');
  return (
    <EmptyState
      heading={heading}
      action={
        <LinkButton to="/connections" variant="contained">
          {noTenant.action}
        </LinkButton>
      }
    >
      {children}
    </EmptyState>
  );
}
