import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ConnectionProvider } from '../api/current-connection.tsx';
import { mayWriteAll } from '../domain/connection/access.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { BelowBanner } from '../ui/feedback/below-banner.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { lazyPart } from '../ui/feedback/lazy-part.tsx';
import { useIsUnsaved } from '../ui/guard/unsaved.ts';
import { TitleContext } from '../ui/page-title.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { rememberTenant } from './tenant/current-tenant.ts';
import { useConnections } from './use-connections.ts';

const TenantBanners = lazyPart(() => import('./access/tenant-banners.tsx'), 'TenantBanners');

/**
 * Wraps every page of a tenant. Another tenant or address remounts it, so that nothing of the last one stays. While
 * there is unsaved input, it keeps the connection that the input was made for.
 */
export function TenantLayout() {
  const { tenant: texts } = useTexts('common');
  const { tenant } = useParams({ from: '/$tenant' });
  const connections = useConnections();
  const isUnsaved = useIsUnsaved();
  // Loaded before they are needed: by then the server may be gone, or somebody typing.
  const mayCome = isUnsaved || connections.data?.some(isReadOnly);
  useEffect(() => {
    if (mayCome) void TenantBanners.preload();
  }, [mayCome]);
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
        <BelowBanner
          part={TenantBanners}
          banner={
            (kept ?? isReadOnly(connection)) && (
              <TenantBanners gone={kept && (known ? 'changed' : 'removed')} />
            )
          }
        >
          <Outlet />
        </BelowBanner>
      </TitleContext>
    </ConnectionProvider>
  );
}

function isReadOnly(connection: Connection): boolean {
  return !mayWriteAll(connection);
}
