import { useConnection } from '../../api/current-connection.tsx';
import { mayWriteAll } from '../../domain/connection/access.ts';
import { ConnectionGone } from './connection-gone.tsx';
import { ReadOnlyBanner } from './read-only-banner.tsx';

interface TenantBannersProps {
  /** What became of the page's connection; undefined while it exists. */
  readonly gone: 'removed' | 'changed' | undefined;
}

/** Above every page of a tenant: why something on the page may not be possible. */
export function TenantBanners({ gone }: TenantBannersProps) {
  const connection = useConnection();
  return (
    <>
      {gone && <ConnectionGone label={connection.label} gone={gone} />}
      {!mayWriteAll(connection) && <ReadOnlyBanner />}
    </>
  );
}
