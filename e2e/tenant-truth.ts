import { z } from 'zod';
import type { Stack } from './stack.ts';

const holdingSchema = z.object({
  repositories: z.array(z.string()),
  applications: z.array(z.string()),
  resourceGroups: z.array(z.string()),
  /** `group/name` */
  objectStores: z.array(z.string()),
  secrets: z.array(z.string()),
  /** `in-group/name`, or `tenant/name` and `shared/name`. */
  genericSecrets: z.array(z.string()),
});
const truthSchema = z.array(z.object({ tenantId: z.string(), ...holdingSchema.shape }));

/** What a tenant holds, according to the simulator or to a report. */
export type Holding = z.infer<typeof holdingSchema>;

/** What every tenant of the simulator holds. */
export async function holdings(stack: Stack): Promise<Map<string, Holding>> {
  const response = await fetch(`${stack.simulator.url}/inspect/tenants`);
  const tenants = truthSchema.parse(await response.json());
  return new Map(tenants.map(({ tenantId, ...holding }) => [tenantId, holding]));
}
