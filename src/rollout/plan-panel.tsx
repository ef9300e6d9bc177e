import Box from '@mui/material/Box';
import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import type { ExistingPolicy } from '../domain/rollout/rollout-plan.ts';
import { RadioChoice } from '../ui/form/radio-choice.tsx';
import { Region } from '../ui/layout/region.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { ApprovalNotice, AskApproval, isApproved, type ApprovalNeed } from './approval/approval-step.tsx';
import type { Operation } from './rollout-request.ts';
import type { ChosenPlan } from './choice/tenant-choice.ts';

interface PlanPanelProps {
  readonly operation: Operation;
  readonly policy: ExistingPolicy;
  readonly onPolicy: (policy: ExistingPolicy) => void;
  readonly plan: ChosenPlan;
  /** Set if a second person has to approve the plan. */
  readonly approval: ApprovalNeed | undefined;
  readonly onBack: () => void;
  readonly onStart: () => void;
}

const policies = ['skip', 'update', 'stop'] as const;

/** What will happen, in one sentence, and the button that starts it. */
export function PlanPanel({ operation, policy, onPolicy, plan, approval, onBack, onStart }: PlanPanelProps) {
  const texts = useTexts('rollout');
  const stepTexts = useTexts('steps');
  const ready = plan.pending === 0 && plan.writes > 0 && plan.stoppedBy.length === 0;

  return (
    <Region heading={stepTexts.planHeading}>
      {operation === 'rollout' && (
        <Box sx={{ mb: 2 }}>
          <RadioChoice
            stacked
            label={texts.policy}
            options={policies}
            labels={texts.policies}
            value={policy}
            onChange={onPolicy}
          />
        </Box>
      )}
      <Box role="status">
        <Box sx={{ fontWeight: 600 }}>{texts.planSentence(plan.counts)}</Box>
        {plan.pending > 0 && (
          <Box sx={{ typography: 'body2', color: 'text.secondary', mt: 0.5 }}>
            {stepTexts.planPending(plan.pending)}
          </Box>
        )}
        {plan.stoppedBy.length > 0 && (
          <Alert severity="warning" role="note" sx={{ mt: 1 }}>
            {texts.stoppedBy(plan.stoppedBy.length)}
          </Alert>
        )}
        {approval && <ApprovalNotice need={approval} />}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {approval && !isApproved(approval) ? (
          <AskApproval need={approval} disabled={!ready} />
        ) : (
          <Button
            variant="contained"
            color={operation === 'removal' ? 'error' : 'primary'}
            disabled={!ready}
            onClick={onStart}
          >
            {texts.start(operation, plan.writes)}
          </Button>
        )}
        <Button onClick={onBack}>{stepTexts.back}</Button>
      </Box>
    </Region>
  );
}
