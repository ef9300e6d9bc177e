import type { Access } from '../access/access.ts';
import type { Person } from '../sign-in/person.ts';
import type { KeptPlan } from './plan-store.ts';

/** Whether the person who approved a plan may still write in one of its tenants, as the file of roles is now. */
export function stillStands(access: Access, { decidedBy, resource }: KeptPlan, tenantId: string): boolean {
  return !isKnown(decidedBy) || access.may(decidedBy, 'write', { tenantId, resource });
}

/** A plan of an earlier version holds no groups. */
function isKnown(decidedBy: KeptPlan['decidedBy']): decidedBy is Person {
  return decidedBy?.groups !== undefined;
}
