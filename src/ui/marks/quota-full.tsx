import type { ReactNode } from 'react';
import { isFull, type Quota } from '../../domain/connection/quota.ts';
import { Alert } from '../feedback/alert.tsx';

/**
 * Says that nothing more can be created, where that is known. Below a list, whose meter says it at once, so that it
 * moves no row; above a form, which waits for it.
 */
export function QuotaFull({ quota, children }: { quota: Quota | undefined; children: ReactNode }) {
  if (!quota || !isFull(quota)) return undefined;
  return (
    <Alert severity="warning" sx={{ my: 2 }}>
      {children}
    </Alert>
  );
}
