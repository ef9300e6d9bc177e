import { useState, type ReactNode } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { writableResources } from '../../domain/connection/access.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface SomeTenantToWriteProps {
  readonly connections: readonly Connection[];
  readonly children: ReactNode;
}

/** A page that writes to many tenants; for people who may write to none, it says why instead. */
export function SomeTenantToWrite({ connections, children }: SomeTenantToWriteProps) {
  const { noWrite } = useTexts('access');
  const may =
    connections.length === 0 || connections.some((connection) => writableResources(connection).length > 0);
  // Losing the right meanwhile must not discard typed input.
  const [mightOnce] = useState(may);
  if (may || mightOnce) return children;
  return (
    <EmptyState page heading={noWrite.title}>
      {noWrite.text}
    </EmptyState>
  );
}
