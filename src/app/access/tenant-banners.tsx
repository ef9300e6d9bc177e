import { useConnection } from '../../api/current-connection.tsx';
import { mayWriteAll } from '../../domain/connection/access.ts';
import { ConnectionGone } from './connection-gone.tsx';
import { ReadOnlyBanner } from './read-only-banner.tsx';

interface TenantBannersProps {
  /** What became of the connection that the page was opened on; undefined while it is there. */
  readonly gone: 'removed' | 'changed' | undefined;
}

/** Above every page of a tenant: what keeps one from doing there all that the page offers. */
export function TenantBanners({ gone }: TenantBannersProps) {
  const connection = useConnection();
  return (
    <>
      {gone && <ConnectionGone label={connection.label} gone={gone} />}
      {!mayWriteAll(connection) && <ReadOnlyBanner />}
    </>
  );
}
