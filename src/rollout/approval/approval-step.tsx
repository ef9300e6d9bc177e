import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { askApproval, plansQuery, type ApprovalPlan } from '../../api/approvals.ts';
import { isCovered, notApproved, type PlannedRollout } from '../../domain/rollout/approval.ts';
import { Alert } from '../../ui/feedback/alert.tsx';
import { useWrite } from '../../ui/form/use-write.ts';
import { AskApprovalButton } from '../../ui/run/ask-approval-button.tsx';
import { useFactWord } from '../../ui/run/fact-word.ts';
import { showToast } from '../../ui/toasts/toasts.ts';
import { useTexts } from '../../ui/texts/texts.ts';

/** What a plan that needs approval is compared with. */
export interface ApprovalNeed {
  readonly above: number;
  readonly wanted: PlannedRollout;
  readonly approved: ApprovalPlan | undefined;
  readonly labelOf: (tenantId: string) => string;
}

/** Whether everything wanted was approved. */
export function isApproved({ wanted, approved }: ApprovalNeed): boolean {
  return approved !== undefined && isCovered(notApproved(wanted, approved));
}

/** Which parts of a plan are approved, and which are not. */
export function ApprovalNotice({ need }: { need: ApprovalNeed }) {
  const texts = useTexts('approvals');
  const factWord = useFactWord();
  const { above, wanted, approved, labelOf } = need;
  if (approved === undefined) {
    return (
      <Alert severity="info" sx={{ mt: 1 }}>
        {texts.needed(above)}
      </Alert>
    );
  }
  const missing = notApproved(wanted, approved);
  if (isCovered(missing)) {
    return (
      <Alert severity="success" sx={{ mt: 1 }}>
        {texts.covered(approved.decidedBy?.name)}
      </Alert>
    );
  }
  return (
    <Alert severity="warning" sx={{ mt: 1 }}>
      {missing.facts.length > 0
        ? texts.otherContent(missing.facts.map(factWord))
        : texts.outside(missing.tenants.map((tenantId) => labelOf(tenantId)))}
    </Alert>
  );
}

/** Submits the plan for approval, and leads to where it waits. The credential is discarded. */
export function AskApproval({ need: { wanted }, disabled }: { need: ApprovalNeed; disabled: boolean }) {
  const texts = useTexts('approvals');
  const client = useQueryClient();
  const navigate = useNavigate();
  const write = useWrite<PlannedRollout>({
    send: async (plan) => void (await askApproval(plan)),
    findOut: async ({ name, steps }) => {
      const plans = await client.fetchQuery(plansQuery());
      const isThere = plans.some(
        (one) =>
          one.isOwn && one.state === 'waiting' && one.name === name && one.steps.length === steps.length,
      );
      return isThere ? 'done' : 'not-done';
    },
    refresh: () => client.invalidateQueries({ queryKey: plansQuery().queryKey }),
    onDone: ({ name }) => {
      showToast({ text: texts.askedFor(name) });
      // Leaving this page is intended.
      void navigate({ to: '/approvals', ignoreBlocker: true });
    },
  });
  return (
    <AskApprovalButton tenantCount={wanted.steps.length} wanted={wanted} write={write} disabled={disabled} />
  );
}
