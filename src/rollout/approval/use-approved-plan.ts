import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { plansQuery, type ApprovalPlan } from '../../api/approvals.ts';
import type { SavedPlan } from '../earlier/saved-plans.ts';
import type { KnownSecret } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKindIds, rolloutKinds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { factsOf } from './planned-rollout.ts';

/** The approved plan named in the address; `gone` if it cannot be run. */
export type ApprovedPlan =
  | { readonly state: 'none' | 'reading' | 'gone' }
  | {
      readonly state: 'found';
      readonly approval: ApprovalPlan;
      readonly plan: SavedPlan;
      readonly remembers: KnownSecret | undefined;
      readonly keys: readonly string[] | undefined;
    };

/** Reads it as a plan to continue: everything but the credential is fixed. */
export function useApprovedPlan(id: string | undefined): ApprovedPlan {
  const { data, isPending } = useQuery({ ...plansQuery(), enabled: id !== undefined });
  return useMemo(() => {
    if (id === undefined) return { state: 'none' };
    const approval = data?.find((one) => one.id === id && one.isOwn && one.state === 'approved');
    const kind = rolloutKindIds.find((one) => rolloutKinds[one].resource === approval?.resource);
    if (approval && kind)
      return {
        state: 'found',
        approval,
        plan: toSavedPlan(approval, kind),
        remembers: knownOf(approval),
        keys: approval.subject.keys,
      };
    return { state: isPending ? 'reading' : 'gone' };
  }, [id, data, isPending]);
}

function knownOf({ name, subject: { registries }, expiresAt }: ApprovalPlan): KnownSecret | undefined {
  return registries && { name, registries, expiresAt };
}

function toSavedPlan(approval: ApprovalPlan, kind: RolloutKindId): SavedPlan {
  const { id, operation, name, subject, policy, askedAt, steps } = approval;
  return {
    id,
    kind,
    operation,
    name,
    facts: factsOf(subject),
    policy,
    startedAt: askedAt,
    steps: steps.map(({ tenant, action }) => ({
      tenantId: tenant,
      action,
      reason: action === 'create' ? 'absent' : 'present',
    })),
  };
}
