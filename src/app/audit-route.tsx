import { AuditPage } from '../audit/audit-page.tsx';
import { useConnections } from './use-connections.ts';

export function AuditRoute() {
  return <AuditPage connections={useConnections().data ?? []} />;
}
