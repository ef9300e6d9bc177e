import { useCallback, useMemo } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';

/** The label of a tenant by its id; the id itself where the tenant is no longer connected. */
export function useLabelOf(connections: readonly Connection[]): (tenantId: string) => string {
  const labels = useMemo(() => new Map(connections.map(({ id, label }) => [id, label])), [connections]);
  return useCallback((tenantId) => labels.get(tenantId) ?? tenantId, [labels]);
}
