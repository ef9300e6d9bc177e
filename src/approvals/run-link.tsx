import { onboardingSearch } from '../domain/onboarding/onboarding-address.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { PlanSet } from './plan-set.ts';

/** Links to the page that runs approved plans, for the person who requested them; `title` names the plans. */
export function RunLink({ set, title }: { set: PlanSet; title: string }) {
  const texts = useTexts('approvals');
  const { first, state, isOwn, tenants } = set;
  if (state !== 'approved' || !isOwn) return undefined;
  const { id, partOf } = first;
  const props = { variant: 'contained', size: 'small', 'aria-label': texts.runOf(title) } as const;
  return partOf ? (
    <LinkButton
      to="/onboarding"
      search={onboardingSearch({ like: partOf.like, tenants, plan: partOf.id })}
      {...props}
    >
      {texts.run}
    </LinkButton>
  ) : (
    <LinkButton to="/rollout" search={{ plan: id }} {...props}>
      {texts.run}
    </LinkButton>
  );
}
