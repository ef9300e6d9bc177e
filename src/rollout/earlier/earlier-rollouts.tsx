import Box from '@mui/material/Box';
import { useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { countKept, keptRows } from '../../domain/rollout/kept-steps.ts';
import { countRows, type RowCounts } from '../../domain/rollout/run-rows.ts';
import { StatusChip } from '../../ui/feedback/status-chip.tsx';
import { Region } from '../../ui/layout/region.tsx';
import { formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { EarlierOutcomes } from './earlier-outcomes.tsx';
import { forgetPlan, useSavedPlans, type KeptPlan, type SavedPlan } from './saved-plans.ts';

interface EarlierRolloutsProps {
  readonly labelOf: (tenantId: string) => string;
  readonly onOpen: (plan: SavedPlan) => void;
}

/** Plans that were started in this browser: what came of them, and the way to go on with them. */
export function EarlierRollouts({ labelOf, onOpen }: EarlierRolloutsProps) {
  const texts = useTexts('rollout');
  const { things } = useTexts('kinds');
  const plans = useSavedPlans();
  const [shownId, setShownId] = useState<string>();
  const shown = plans.find(({ plan }) => plan.id === shownId);
  if (plans.length === 0) return null;
  return (
    <>
      <Region heading={texts.earlierHeading}>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.earlierNote}</Box>
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {plans.map((kept) => (
            <EarlierRollout
              key={kept.plan.id}
              {...kept}
              onShow={() => setShownId(kept.plan.id)}
              onOpen={() => onOpen(kept.plan)}
            />
          ))}
        </Box>
      </Region>
      {shown && (
        <EarlierOutcomes
          {...shown}
          title={texts.earlierTitle(shown.plan.operation, things[shown.plan.kind], shown.plan.name)}
          labelOf={labelOf}
          onClose={() => setShownId(undefined)}
        />
      )}
    </>
  );
}

interface EarlierRolloutProps extends KeptPlan {
  readonly onShow: () => void;
  readonly onOpen: () => void;
}

function EarlierRollout({ plan, steps, onShow, onOpen }: EarlierRolloutProps) {
  const texts = useTexts('rollout');
  const thing = useTexts('kinds').things[plan.kind];
  const title = texts.earlierTitle(plan.operation, thing, plan.name);
  const { done, planned } = countKept(steps);
  return (
    <Box component="li" sx={itemStyle}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box component="code" sx={{ flex: 1, minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>
          {plan.name}
        </Box>
        <EndChip counts={countRows(keptRows(steps))} open={planned - done} />
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {texts.earlierWhat(plan.operation, thing)},{' '}
        {texts.earlierProgress(done, planned, formatDateTime(new Date(plan.startedAt)))}
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5, mt: 0.5, ml: -1 }}>
        <Button size="small" aria-label={texts.showOutcomesNamed(title)} onClick={onShow}>
          {texts.showOutcomes}
        </Button>
        <Button size="small" aria-label={texts.openNamed(title)} onClick={onOpen}>
          {texts.open}
        </Button>
        <Button
          size="small"
          color="error"
          aria-label={texts.forgetNamed(title)}
          onClick={() => forgetPlan(plan.id)}
        >
          {texts.forget}
        </Button>
      </Box>
    </Box>
  );
}

/** As the run itself said in the end; `open` are those that it never came to. */
function EndChip({ counts, open }: { counts: RowCounts; open: number }) {
  const texts = useTexts('rollout');
  const { chip } = useTexts('run');
  if (counts.failed > 0) return <StatusChip tone="error">{chip('ended', counts)}</StatusChip>;
  if (open > 0) return <StatusChip tone="warning">{texts.earlierOpen(open)}</StatusChip>;
  return <StatusChip tone="success">{chip('ended', counts)}</StatusChip>;
}

const itemStyle = { py: 1, borderTop: 1, borderColor: 'rule.soft' } as const;
