import type { Access } from '../access/access.ts';
import type { KeptPlan } from './plan-store.ts';

/** Whether who approved a plan might still do so for one of its tenants, by what the file of roles says now. */
export function stillStands(access: Access, { decidedBy, resource }: KeptPlan, tenantId: string): boolean {
  if (decidedBy?.groups === undefined) return true;
  const { groups, ...person } = decidedBy;
  return access.may({ ...person, groups }, 'write', { tenantId, resource });
}
