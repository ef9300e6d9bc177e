import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { plansQuery, type ApprovalPlan } from '../../../api/approvals.ts';
import type { Candidate } from '../../../domain/onboarding/candidates.ts';
import { isSamePlace, plannedPlace } from '../../../domain/rollout/approval.ts';
import { rolloutKinds } from '../../../domain/rollout/rollout-kinds.ts';

/** The approved plans of the onboarding named in the address; `gone` if none can be run. */
export type ApprovedOnboarding =
  | { readonly state: 'none' | 'reading' | 'gone' }
  | { readonly state: 'found'; readonly plans: readonly ApprovalPlan[] };

export function useApprovedOnboarding(id: string | undefined): ApprovedOnboarding {
  const { data, isPending } = useQuery({ ...plansQuery(), enabled: id !== undefined });
  return useMemo(() => {
    if (id === undefined) return { state: 'none' };
    const plans = (data ?? []).filter(
      ({ partOf, isOwn, state }) => partOf?.id === id && isOwn && state === 'approved',
    );
    if (plans.length > 0) return { state: 'found', plans };
    return { state: isPending ? 'reading' : 'gone' };
  }, [id, data, isPending]);
}

/** Whether a plan covers an object of the tenant. */
export function isPlanned(plans: readonly ApprovalPlan[], { kind, kept }: Candidate): boolean {
  return plans.some(
    ({ resource, name, subject }) =>
      resource === rolloutKinds[kind].resource &&
      name === kept.name &&
      isSamePlace(subject, plannedPlace(kept)),
  );
}
