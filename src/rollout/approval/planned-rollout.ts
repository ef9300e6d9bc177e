import {
  plannedPlace,
  plannedSubject,
  type PlannedRollout,
  type PlannedSubject,
} from '../../domain/rollout/approval.ts';
import { rolloutKinds } from '../../domain/rollout/rollout-kinds.ts';
import { isWrite, type ExistingPolicy, type RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import type { Reads } from '../choice/tenant-choice.ts';
import type { RolloutRequest } from '../rollout-request.ts';

interface Planned {
  readonly request: RolloutRequest;
  readonly policy: ExistingPolicy;
  readonly steps: readonly RolloutStep[];
  readonly reads: Reads;
}

/** A rollout as a second person reads it: everything but the credential. */
export function toPlannedRollout({ request, policy, steps, reads }: Planned): PlannedRollout {
  const { operation, kind, order } = request;
  const expiresAt = order.remembers?.expiresAt;
  return {
    operation,
    resource: rolloutKinds[kind].resource,
    name: order.name,
    subject: operation === 'removal' ? plannedPlace(order) : plannedSubject(order),
    ...(expiresAt !== undefined && { expiresAt }),
    policy,
    steps: steps.flatMap(({ tenantId, action }) => {
      if (!isWrite(action)) return [];
      const read = reads.get(tenantId);
      const otherName = read?.status === 'read' ? read.value.otherName : undefined;
      return [{ tenant: tenantId, action, ...(otherName !== undefined && { name: otherName }) }];
    }),
  };
}

/** The facts that identify the object of a plan, under every key that a kind uses for them. */
export function factsOf(subject: PlannedSubject): Record<string, string> {
  const { url, revision, path, resourceGroup, scope, storage, settings } = subject;
  // Only the names of headers are known.
  const { headerNames: _, ...known } = settings ?? {};
  return {
    ...known,
    ...(storage !== undefined && { type: storage }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    ...(scope !== undefined && { scope: scope === 'tenant' ? scope : 'all' }),
    ...(url !== undefined && { url, repositoryUrl: url }),
    ...(revision !== undefined && { revision }),
    ...(path !== undefined && { path }),
  };
}
