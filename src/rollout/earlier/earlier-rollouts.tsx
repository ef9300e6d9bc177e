import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { countKept } from '../../domain/rollout/kept-steps.ts';
import { Region } from '../../ui/layout/region.tsx';
import { formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { EarlierOutcomes } from './earlier-outcomes.tsx';
import { forgetPlan, useSavedPlans, type SavedPlan } from './saved-plans.ts';

interface EarlierRolloutsProps {
  readonly labelOf: (tenantId: string) => string;
  readonly onOpen: (plan: SavedPlan) => void;
}

/** Plans that were started in this browser: what came of them, and the way to go on with them. */
export function EarlierRollouts({ labelOf, onOpen }: EarlierRolloutsProps) {
  const texts = useTexts('rollout');
  const plans = useSavedPlans();
  const [shownId, setShownId] = useState<string>();
  const shown = plans.find(({ plan }) => plan.id === shownId);
  if (plans.length === 0) return null;
  const titleOf = ({ operation, kind, name }: SavedPlan) => texts.earlierTitle(operation, kind, name);
  return (
    <Box sx={{ mb: 3, maxWidth: 720 }}>
      <Region heading={texts.earlierHeading}>
        <Typography variant="body2" color="textSecondary">
          {texts.earlierNote}
        </Typography>
        <Box component="ul" sx={{ m: 0, mt: 1.5, p: 0, listStyle: 'none' }}>
          {plans.map(({ plan, steps }) => {
            const title = titleOf(plan);
            const { done, planned } = countKept(steps);
            return (
              <Box component="li" key={plan.id} sx={itemStyle}>
                <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Box sx={{ fontWeight: 500 }}>{title}</Box>
                  <Box sx={{ typography: 'body2', color: 'text.secondary' }}>
                    {texts.earlierProgress(done, planned, formatDateTime(new Date(plan.startedAt)))}
                  </Box>
                </Box>
                <Button
                  size="small"
                  aria-label={texts.showOutcomesNamed(title)}
                  onClick={() => setShownId(plan.id)}
                >
                  {texts.showOutcomes}
                </Button>
                <Button size="small" aria-label={texts.openNamed(title)} onClick={() => onOpen(plan)}>
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
            );
          })}
        </Box>
      </Region>
      {shown && (
        <EarlierOutcomes
          {...shown}
          title={titleOf(shown.plan)}
          labelOf={labelOf}
          onClose={() => setShownId(undefined)}
        />
      )}
    </Box>
  );
}

const itemStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
} as const;
