import { ApprovalsPage } from '../approvals/approvals-page.tsx';
import { useConnections } from './use-connections.ts';

export function ApprovalsRoute() {
  return <ApprovalsPage connections={useConnections().data ?? []} />;
}
