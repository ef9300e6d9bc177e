import type { ApprovalPlan } from '../api/approvals.ts';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** The state of a plan; says so if it waits for the signed-in person. */
export function PlanState({
  plan: { state, mayDecide },
}: {
  plan: Pick<ApprovalPlan, 'state' | 'mayDecide'>;
}) {
  const texts = useTexts('approvals');
  return <StatusChip tone={tones[state]}>{mayDecide ? texts.waitsForYou : texts.states[state]}</StatusChip>;
}

const tones: Readonly<Record<ApprovalPlan['state'], StatusTone>> = {
  waiting: 'warning',
  approved: 'success',
  declined: 'error',
  withdrawn: 'neutral',
  revoked: 'error',
  ended: 'neutral',
};
