import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ConnectionProvider } from '../api/current-connection.tsx';
import { mayWriteAll } from '../domain/connection/access.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { TitleContext } from '../ui/page-title.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { rememberTenant } from './tenant/current-tenant.ts';
import { useConnections } from './use-connections.ts';

const ReadOnlyBanner = lazyPart(() => import('./access/read-only-banner.tsx'), 'ReadOnlyBanner');

/** Every page of one tenant; another tenant or address mounts it anew, so that nothing of the last one stays. */
export function TenantLayout() {
  const { tenant: texts } = useTexts('common');
  const { tenant } = useParams({ from: '/$tenant' });
  const connections = useConnections();
  const connection = connections.data?.find((known) => known.id === tenant);
  useEffect(() => {
    if (connection) rememberTenant(connection);
  }, [connection]);
  if (!connection)
    return (
      <EmptyState page heading={texts.unknownTitle}>
        {texts.unknownText(tenant)}
      </EmptyState>
    );
  return (
    <ConnectionProvider key={`${connection.id} ${connection.baseUrl}`} connection={connection}>
      <TitleContext value={connection.label}>
        {!mayWriteAll(connection) && <ReadOnlyBanner />}
        <Outlet />
      </TitleContext>
    </ConnectionProvider>
  );
}
