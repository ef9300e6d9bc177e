import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Region } from '../ui/region.tsx';
import { formatDateTime } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { forgetPlan, useSavedPlans, type SavedPlan } from './saved-plans.ts';

/** Plans that were started in this browser, to go on with. */
export function EarlierRollouts({ onOpen }: { onOpen: (plan: SavedPlan) => void }) {
  const texts = useTexts('rollout');
  const plans = useSavedPlans();
  if (plans.length === 0) return null;
  return (
    <Box sx={{ mb: 3, maxWidth: 720 }}>
      <Region heading={texts.earlierHeading}>
        <Typography variant="body2" color="textSecondary">
          {texts.earlierNote}
        </Typography>
        <Box component="ul" sx={{ m: 0, mt: 1.5, p: 0, listStyle: 'none' }}>
          {plans.map(({ plan, done, planned }) => {
            const title = texts.earlierTitle(plan.operation, plan.kind, plan.name);
            const started = formatDateTime(new Date(plan.startedAt));
            return (
              <Box component="li" key={plan.id} sx={itemStyle}>
                <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Box sx={{ fontWeight: 500 }}>{title}</Box>
                  <Box sx={{ typography: 'body2', color: 'text.secondary' }}>
                    {texts.earlierProgress(done, planned, started)}
                  </Box>
                </Box>
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
