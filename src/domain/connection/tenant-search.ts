import type { Connection } from './connection.ts';

/** Whether a tenant's label or id contains `wanted`, which must be in lower case. */
export function isTenantCalled({ id, label }: Connection, wanted: string): boolean {
  return label.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted);
}
