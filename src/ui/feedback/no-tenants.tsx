import type { ReactNode } from 'react';
import { LinkButton } from '../link-button.tsx';
import { useTexts } from '../texts/texts.ts';
import { EmptyState } from './empty-state.tsx';

/** Shown in place of a page that needs several tenants: why it is empty, and where to connect one. */
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
