import { useQuery } from '@tanstack/react-query';
import { useConnection } from '../api/current-connection.tsx';
import { quotaQuery } from '../api/resource-quota.ts';
import { quotaLeft } from '../domain/connection/quota.ts';
import { maxSharedSecrets } from '../domain/generic-secret/secret-scope.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** How many more secrets may be copied to all resource groups; a warning if none. */
export function SharedQuota() {
  const texts = useTexts('genericSecrets');
  const { data, isPending } = useQuery(quotaQuery(useConnection(), 'secrets'));
  if (!data && !isPending) return undefined;
  const max = data?.max ?? maxSharedSecrets;
  const left = quotaLeft({ used: data?.used ?? 0, max }) ?? 0;
  return (
    <Alert
      severity={left === 0 ? 'warning' : 'info'}
      role="note"
      // Reserves the space until it is known.
      sx={{ mb: 2, visibility: data ? 'visible' : 'hidden' }}
    >
      {left === 0 ? texts.quotaFull(max) : texts.quotaLeft(left, max)}
    </Alert>
  );
}
