import { OverviewPage } from '../overview/overview-page.tsx';
import { useConnections } from './use-connections.ts';

export function OverviewRoute() {
  const connections = useConnections().data ?? [];
  // Other tenants are another overview: it begins anew with them.
  return <OverviewPage key={connections.map(({ id }) => id).join(' ')} connections={connections} />;
}
