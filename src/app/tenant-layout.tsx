import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ConnectionProvider } from '../api/current-connection.tsx';
import { mayWriteAll } from '../domain/connection/access.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useIsUnsaved } from '../ui/guard/unsaved.ts';
import { TitleContext } from '../ui/page-title.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { rememberTenant } from './tenant/current-tenant.ts';
import { useConnections } from './use-connections.ts';

const ConnectionGone = lazyPart(() => import('./access/connection-gone.tsx'), 'ConnectionGone');
const ReadOnlyBanner = lazyPart(() => import('./access/read-only-banner.tsx'), 'ReadOnlyBanner');

/**
 * Every page of one tenant; another tenant or address mounts it anew, so that nothing of the last one stays. Where
 * something is typed, the connection that it was typed for stays until that is saved or left.
 */
export function TenantLayout() {
  const { tenant: texts } = useTexts('common');
  const { tenant } = useParams({ from: '/$tenant' });
  const connections = useConnections();
  const isUnsaved = useIsUnsaved();
  const someReadOnly = connections.data?.some((connection) => !mayWriteAll(connection));
  // Fetched before they are to be shown: the server may be gone by then, or somebody typing.
  useEffect(() => {
    if (isUnsaved) void ConnectionGone.preload();
    if (someReadOnly) void ReadOnlyBanner.preload();
  }, [isUnsaved, someReadOnly]);
  const known = connections.data?.find(({ id }) => id === tenant);
  const [opened, setOpened] = useState(known);
  const kept = isUnsaved && opened?.id === tenant && opened?.baseUrl !== known?.baseUrl ? opened : undefined;
  const connection = kept ?? known;
  if (connection !== opened) setOpened(connection);
  useEffect(() => {
    if (known) rememberTenant(known);
  }, [known]);
  if (!connection)
    return (
      <EmptyState page heading={texts.unknownTitle}>
        {texts.unknownText(tenant)}
      </EmptyState>
    );
  return (
    <ConnectionProvider key={`${connection.id} ${connection.baseUrl}`} connection={connection}>
      <TitleContext value={connection.label}>
        {kept && <ConnectionGone label={kept.label} isChanged={known !== undefined} />}
        {!mayWriteAll(connection) && <ReadOnlyBanner />}
        <Outlet />
      </TitleContext>
    </ConnectionProvider>
  );
}
