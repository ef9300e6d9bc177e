import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { ProblemText } from '../ui/feedback/problem-text.tsx';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { Step, StepState } from './steps.ts';

const tones: Record<StepState, StatusTone> = {
  done: 'success',
  todo: 'neutral',
  waiting: 'info',
  attention: 'warning',
  checking: 'neutral',
  failed: 'error',
};

interface StepItemProps {
  readonly step: Step;
  readonly position: number;
  readonly onCheck?: () => void;
  readonly children: ReactNode;
}

/** One step of the checklist: its state, what it was told from, and where to see to it. */
export function StepItem({ step, position, onCheck, children }: StepItemProps) {
  const texts = useTexts('onboarding');
  const id = useId();
  return (
    <Paper component="li" variant="outlined" aria-labelledby={id} sx={{ p: 2, display: 'flex', gap: 2 }}>
      <Box aria-hidden sx={numberStyle}>
        {position}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
          <Typography variant="h2" id={id}>
            {step.title}
          </Typography>
          <StatusChip tone={tones[step.state]}>{texts.states[step.state]}</StatusChip>
        </Box>
        {step.error && (
          <Box sx={{ mt: 1, typography: 'body2' }}>
            <ProblemText error={step.error} />
          </Box>
        )}
        {step.facts.length > 0 && (
          <Box component="ul" sx={factsStyle}>
            {step.facts.map(({ text, url }) => (
              <li key={text}>
                {text}
                {url !== undefined && url !== '' && <Box component="span">{` (${url})`}</Box>}
              </li>
            ))}
          </Box>
        )}
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5, ml: -0.75 }}>
          {children}
          {onCheck && (
            <Button size="small" color="inherit" aria-label={texts.checkStep(step.title)} onClick={onCheck}>
              {texts.check}
            </Button>
          )}
        </Box>
      </Box>
    </Paper>
  );
}

const numberStyle = {
  flex: 'none',
  width: 28,
  height: 28,
  display: { xs: 'none', sm: 'grid' },
  placeItems: 'center',
  border: 1,
  borderColor: 'divider',
  borderRadius: '50%',
  typography: 'body2',
  fontWeight: 600,
} as const;

const factsStyle = {
  m: 0,
  mt: 0.75,
  p: 0,
  listStyle: 'none',
  typography: 'body2',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
} as const;
