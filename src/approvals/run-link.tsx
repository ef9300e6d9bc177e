import type { ApprovalPlan } from '../api/approvals.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** Leads to the rollout of an approved plan, for who asked for it. */
export function RunLink({ plan: { id, state, isOwn, operation, name } }: { plan: ApprovalPlan }) {
  const texts = useTexts('approvals');
  if (state !== 'approved' || !isOwn) return undefined;
  return (
    <LinkButton
      to="/rollout"
      search={{ plan: id }}
      variant="contained"
      size="small"
      aria-label={texts.runOf(texts.operations[operation](name))}
    >
      {texts.run}
    </LinkButton>
  );
}
