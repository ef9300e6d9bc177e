import Box from '@mui/material/Box';
import { useCallback, useMemo, useState } from 'react';
import { targetOf } from '../../../domain/onboarding/onboarding-plan.ts';
import { countKept, keptRows } from '../../../domain/rollout/kept-steps.ts';
import { Region } from '../../../ui/layout/region.tsx';
import { EarlierOutcomes } from '../../../ui/run/earlier-outcomes.tsx';
import { EarlierRun } from '../../../ui/run/earlier-run.tsx';
import { formatDateTime } from '../../../ui/texts/format.ts';
import { useTexts } from '../../../ui/texts/texts.ts';
import {
  forgetOnboarding,
  useSavedOnboardings,
  type KeptOnboarding,
  type SavedOnboarding,
} from './saved-onboardings.ts';

interface EarlierOnboardingsProps {
  readonly labelOf: (tenantId: string) => string;
  /** Goes on with one: with the same things for the same tenants. */
  readonly onOpen: (onboarding: SavedOnboarding) => void;
}

/** Onboardings that were started in this browser: what came of them, and the way to go on with them. */
export function EarlierOnboardings({ labelOf, onOpen }: EarlierOnboardingsProps) {
  const texts = useTexts('onboardMany');
  const all = useSavedOnboardings();
  const [shownId, setShownId] = useState<string>();
  const shown = all.find(({ onboarding }) => onboarding.id === shownId);
  if (all.length === 0) return null;
  return (
    <>
      <Region heading={texts.earlierHeading}>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.earlierNote}</Box>
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {all.map((kept) => (
            <EarlierOnboarding
              key={kept.onboarding.id}
              {...kept}
              labelOf={labelOf}
              onShow={() => setShownId(kept.onboarding.id)}
              onOpen={() => onOpen(kept.onboarding)}
            />
          ))}
        </Box>
      </Region>
      {shown && <Outcomes {...shown} labelOf={labelOf} onClose={() => setShownId(undefined)} />}
    </>
  );
}

interface EarlierOnboardingProps extends KeptOnboarding {
  readonly labelOf: (tenantId: string) => string;
  readonly onShow: () => void;
  readonly onOpen: () => void;
}

function EarlierOnboarding({ onboarding, steps, labelOf, onShow, onOpen }: EarlierOnboardingProps) {
  const texts = useTexts('onboardMany');
  const { id, tenants, items } = onboarding;
  const { done, planned } = countKept(steps);
  const startedAt = formatDateTime(new Date(onboarding.startedAt));
  return (
    <EarlierRun
      title={texts.runHeading(labelOf(onboarding.like))}
      facts={`${texts.earlierWhat(items.length, tenants.length)} ${texts.earlierProgress(done, planned, startedAt)}`}
      steps={steps}
      name={startedAt}
      open={texts.goOn}
      onShow={onShow}
      onOpen={onOpen}
      onForget={() => forgetOnboarding(id)}
    />
  );
}

interface OutcomesProps extends KeptOnboarding {
  readonly labelOf: (tenantId: string) => string;
  readonly onClose: () => void;
}

/** What came of it in each tenant. */
function Outcomes({ onboarding, steps, labelOf, onClose }: OutcomesProps) {
  const texts = useTexts('onboardMany');
  const { things } = useTexts('kinds');
  const rows = useMemo(() => keptRows(steps), [steps]);
  const labels = useMemo(
    () =>
      new Map(
        onboarding.tenants.flatMap((tenant) =>
          onboarding.items.map(({ id, kind, name }) => [
            targetOf(tenant, id),
            texts.targetLabel(labelOf(tenant), things[kind], name),
          ]),
        ),
      ),
    [onboarding, labelOf, texts, things],
  );
  const targetLabel = useCallback((targetId: string) => labels.get(targetId) ?? targetId, [labels]);
  return (
    <EarlierOutcomes
      title={texts.runHeading(labelOf(onboarding.like))}
      rows={rows}
      label={texts.outcomes}
      targetHeading={texts.target}
      labelOf={targetLabel}
      onClose={onClose}
    />
  );
}
