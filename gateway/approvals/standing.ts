import type { Access } from '../access/access.ts';
import type { Person } from '../sign-in/person.ts';
import type { KeptPlan } from './plan-store.ts';

/** Whether who approved a plan might still do so for one of its tenants, by what the file of roles says now. */
export function stillStands(access: Access, { decidedBy, resource }: KeptPlan, tenantId: string): boolean {
  return !isKnown(decidedBy) || access.may(decidedBy, 'write', { tenantId, resource });
}

/** A plan of an earlier gateway says nothing of groups. */
function isKnown(decidedBy: KeptPlan['decidedBy']): decidedBy is Person {
  return decidedBy?.groups !== undefined;
}
