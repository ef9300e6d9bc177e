import type { ReactNode } from 'react';
import { isFull, type Quota } from '../../domain/connection/quota.ts';
import { Alert } from '../feedback/alert.tsx';

/** Says that nothing more can be created, where that is known. */
export function QuotaFull({ quota, children }: { quota: Quota | undefined; children: ReactNode }) {
  if (!quota || !isFull(quota)) return undefined;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {children}
    </Alert>
  );
}
