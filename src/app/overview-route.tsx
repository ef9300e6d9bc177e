import { OverviewPage } from '../overview/overview-page.tsx';
import { useConnections } from './use-connections.ts';

export function OverviewRoute() {
  const connections = useConnections().data ?? [];
  // The overview starts over when the tenants change.
  return <OverviewPage key={connections.map(({ id }) => id).join(' ')} connections={connections} />;
}
