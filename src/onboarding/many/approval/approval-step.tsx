import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { askApproval, plansQuery, type ApprovalPlan } from '../../../api/approvals.ts';
import { missingApprovals } from '../../../domain/onboarding/approval-plans.ts';
import { isSamePlace, type PlannedRollout } from '../../../domain/rollout/approval.ts';
import { Alert } from '../../../ui/feedback/alert.tsx';
import { useWrite } from '../../../ui/form/use-write.ts';
import { AskApprovalButton } from '../../../ui/run/ask-approval-button.tsx';
import { useFactWord } from '../../../ui/run/fact-word.ts';
import { useTexts } from '../../../ui/texts/texts.ts';
import { showToast } from '../../../ui/toasts/toasts.ts';

/** What an onboarding that needs approval is compared with. */
export interface ApprovalNeed {
  readonly above: number;
  /** The plans of one onboarding; at least one. */
  readonly wanted: readonly PlannedRollout[];
  /** Undefined if no approval was requested yet. */
  readonly approved: readonly ApprovalPlan[] | undefined;
  readonly labelOf: (tenantId: string) => string;
}

/** Whether everything wanted was approved. */
export function isApproved({ wanted, approved }: ApprovalNeed): boolean {
  const { things, tenants } = missingApprovals(wanted, approved ?? []);
  return things.length === 0 && tenants.length === 0;
}

/** Which parts of an onboarding are approved, and which are not. */
export function ApprovalNotice({ need }: { need: ApprovalNeed }) {
  const texts = useTexts('approvals');
  const factWord = useFactWord();
  const { above, wanted, approved, labelOf } = need;
  if (approved === undefined) return <Notice severity="info" text={texts.needed(above)} />;
  const { things, tenants } = missingApprovals(wanted, approved);
  if (things.length > 0) {
    const named = things.map(({ name, facts }) => texts.otherThing(name, facts.map(factWord)));
    return <Notice severity="warning" text={texts.otherThings(named)} />;
  }
  if (tenants.length > 0)
    return <Notice severity="warning" text={texts.outside(tenants.map((id) => labelOf(id)))} />;
  return <Notice severity="success" text={texts.covered(approved[0]?.decidedBy?.name)} />;
}

function Notice({ severity, text }: { severity: 'info' | 'warning' | 'success'; text: string }) {
  return (
    <Alert severity={severity} role="note" sx={{ mt: 1 }}>
      {text}
    </Alert>
  );
}

/** Submits the plans for approval, and leads to where they wait. The credentials are discarded. */
export function AskApproval({ need, disabled }: { need: ApprovalNeed; disabled: boolean }) {
  const texts = useTexts('approvals');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { wanted, labelOf } = need;
  const like = labelOf(wanted[0]?.partOf?.like ?? '');
  const tenants = new Set(wanted.flatMap(({ steps }) => steps.map(({ tenant }) => tenant)));
  /** After an attempt whose answer was lost, some may be waiting already. */
  const readMissing = async (plans: readonly PlannedRollout[]) => {
    const there = await client.fetchQuery(plansQuery());
    return plans.filter(
      (plan) =>
        !there.some(
          ({ partOf, resource, name, subject }) =>
            partOf?.id === plan.partOf?.id &&
            resource === plan.resource &&
            name === plan.name &&
            isSamePlace(subject, plan.subject),
        ),
    );
  };
  const write = useWrite<readonly PlannedRollout[]>({
    send: async (plans) => {
      for (const plan of await readMissing(plans)) await askApproval(plan);
    },
    findOut: async (plans) => ((await readMissing(plans)).length === 0 ? 'done' : 'not-done'),
    refresh: () => client.invalidateQueries({ queryKey: plansQuery().queryKey }),
    onDone: () => {
      showToast({ text: texts.askedToOnboard(like) });
      // Leaving this page is intended.
      void navigate({ to: '/approvals', ignoreBlocker: true });
    },
  });
  return <AskApprovalButton tenantCount={tenants.size} wanted={wanted} write={write} disabled={disabled} />;
}
