import Box from '@mui/material/Box';
import { rolloutStepNames, type RolloutStepName } from '../domain/rollout/rollout-address.ts';
import { useTexts } from '../ui/texts/texts.ts';

/** Where one is on the way. */
export function StepList({ current }: { current: RolloutStepName }) {
  const texts = useTexts('rollout');
  return (
    <Box component="ol" aria-label={texts.steps} sx={listStyle}>
      {rolloutStepNames.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {index + 1}. {texts.stepNames[step]}
        </li>
      ))}
    </Box>
  );
}

const listStyle = {
  display: 'flex',
  gap: 3,
  listStyle: 'none',
  m: 0,
  mb: 2.5,
  p: 0,
  typography: 'body2',
  color: 'text.secondary',
  '& li': { pb: 0.5 },
  '& li[aria-current]': {
    color: 'primary.main',
    fontWeight: 600,
    borderBottom: 2,
    borderColor: 'primary.main',
  },
} as const;
